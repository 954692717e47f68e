import { sayAttempts } from '../../exploration/words/say-attempts.ts';
import type { JsonPath } from '../../lib/scan-json.ts';
import { TextField } from '../forms/controls/text-field.tsx';
import { useWrite } from '../forms/use-write.ts';

/** How often a command tries again: a number, or until it gets through. */
export function AttemptsField({ path }: { readonly path: JsonPath }) {
  const { read, write, put } = useWrite();
  const attempts = read(path);
  const isUnlimited = attempts === 'unlimited';
  const meant = isUnlimited || typeof attempts === 'number' ? attempts : 1;
  return (
    <div className="race-attempts">
      {!isUnlimited && (
        <TextField
          isModel
          label="Attempts of each command"
          inputMode="numeric"
          placeholder="1"
          value={attempts === undefined ? '' : String(attempts)}
          onType={(text) => {
            const trimmed = text.trim();
            const count = Number(trimmed);
            if (trimmed !== '' && (!Number.isSafeInteger(count) || count < 1))
              return 'A whole number from 1.';
            write('Attempts', path, trimmed === '' ? undefined : count);
            return null;
          }}
        />
      )}
      <label className="race-unlimited">
        <input
          type="checkbox"
          checked={isUnlimited}
          onChange={(event) => put('Attempts', path, event.target.checked ? 'unlimited' : undefined)}
        />
        Until it gets through
      </label>
      <p className="form-hint">{sayAttempts({ name: '', attempts: meant })}</p>
    </div>
  );
}
