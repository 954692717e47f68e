import { Plus, X } from 'lucide-react';
import { type FormEvent, useState, useSyncExternalStore } from 'react';
import { parseKey } from '../../board/element-key.ts';
import type { LabParts } from '../../lab/lab-parts.ts';
import { makeRace } from '../../lab/proposals/make-race.ts';
import { sayError } from '../../ui/say-error.ts';
import { ChoiceField } from '../forms/controls/choice-field.tsx';
import { IconButton } from '../forms/controls/icon-button.tsx';
import { Refusal } from '../forms/controls/refusal.tsx';
import { listNames, readList, readObject } from '../forms/read-json.ts';

/** More would take long to explore, and nobody could follow them. */
const MOST = 8;

export interface NewRaceProps {
  readonly parts: LabParts;
  readonly onMade?: () => void;
}

/** Which commands to race; the values are proposed. */
export function NewRace({ parts, onMade }: NewRaceProps) {
  const document = useSyncExternalStore(parts.board.listen, () => parts.board.state().document);
  const names = listNames(document, 'commands');
  const [chosen, setChosen] = useState(() => proposeCommands(parts, names));
  const [state, setState] = useState<'ready' | 'making' | { readonly failed: string }>('ready');
  if (names.length === 0) return <p className="form-hint">Put a command on the board first: key C.</p>;
  const options = names.map((name) => ({ value: name, label: name }));
  const make = (event: FormEvent) => {
    event.preventDefault();
    setState('making');
    makeRace(parts, chosen).then(
      () => {
        setState('ready');
        onMade?.();
      },
      (error: unknown) => setState({ failed: sayError(error) }),
    );
  };
  return (
    <form className="new-race form" onSubmit={make}>
      <p className="new-race-title">At the same time</p>
      <ol className="new-race-commands">
        {chosen.map((name, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same command may stand here twice.
          <li key={index}>
            <span className="new-race-number">#{index + 1}</span>
            <ChoiceField
              isBare
              label={`Command #${index + 1}`}
              value={name}
              options={options}
              onChoose={(value) => setChosen(chosen.with(index, value))}
            />
            {chosen.length > 2 && (
              <IconButton
                label={`Leave out #${index + 1}`}
                icon={X}
                onClick={() => setChosen(chosen.toSpliced(index, 1))}
              />
            )}
          </li>
        ))}
      </ol>
      {chosen.length < MOST && (
        <button
          type="button"
          className="button button-quiet form-add"
          onClick={() => setChosen([...chosen, chosen.at(-1) ?? ''])}
        >
          <Plus size={14} strokeWidth={2} aria-hidden="true" />
          One more at the same time
        </button>
      )}
      <div className="new-race-foot">
        <button type="submit" className="button button-main" disabled={state === 'making'}>
          {state === 'making' ? 'Looking for values…' : 'Race them'}
        </button>
        <p className="form-hint">Values are proposed; change them as you like.</p>
      </div>
      <Refusal id="new-race-refused">{typeof state === 'object' ? state.failed : null}</Refusal>
    </form>
  );
}

/** What is selected on the board, or the first command that checks something against itself. */
function proposeCommands({ board, desk }: LabParts, names: readonly string[]): readonly string[] {
  const selected = desk.getState().selected.flatMap((key) => {
    const element = parseKey(key);
    return element?.kind === 'command' ? [element.name] : [];
  });
  const [one, other = one] = selected.filter((name) => names.includes(name));
  if (one !== undefined && other !== undefined) return [one, other];
  const commands = readObject(board.state().document['commands']);
  const most = names.toSorted((a, b) => countChecks(commands[b]) - countChecks(commands[a]))[0];
  return most === undefined ? [] : [most, most];
}

function countChecks(command: unknown): number {
  return readList(readObject(command as never)['checks']).length;
}
