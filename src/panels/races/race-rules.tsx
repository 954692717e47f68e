import type { Diagnostic } from '../../model/diagnostic.ts';
import type { FieldKind } from '../../model/field-type.ts';
import { pointer } from '../../model/pointer.ts';
import { FindingsList } from '../forms/findings/findings-list.tsx';
import { listFindingsWithin } from '../forms/findings/sort-findings.ts';
import { useWrite } from '../forms/use-write.ts';
import { ValueInput } from '../forms/values/value-input.tsx';
import { AttemptsField } from './attempts-field.tsx';

export interface RaceRulesProps {
  readonly at: number;
  readonly findings: readonly Diagnostic[];
}

const TIME: FieldKind = { kind: 'timestamp' };

/** How often each command tries, whether policies react, and when all of them run. */
export function RaceRules({ at, findings }: RaceRulesProps) {
  const { read, write, put } = useWrite();
  const [attempts, policies, now] = [
    ['races', at, 'attempts'],
    ['races', at, 'policies'],
    ['races', at, 'now'],
  ] as const;
  return (
    <div className="race-rules">
      <AttemptsField path={attempts} />
      <FindingsAt findings={findings} path={attempts} />
      <label className="race-unlimited">
        <input
          type="checkbox"
          checked={read(policies) === true}
          onChange={({ target }) => put('Policies of the race', policies, target.checked ? true : undefined)}
        />
        Policies react
      </label>
      <p className="form-hint">What a policy issues joins the race once its event is appended.</p>
      <FindingsAt findings={findings} path={policies} />
      <div className="race-now">
        <span className="race-now-name" aria-hidden="true">
          Time at which they run
        </span>
        <ValueInput
          label="Time at which they run"
          type={TIME}
          value={read(now)}
          onChange={(value) => write('Time of the race', now, value)}
        />
        <p className="form-hint">What expressions call “now”. Without one it is 2000-01-01.</p>
      </div>
      <FindingsAt findings={findings} path={now} />
    </div>
  );
}

function FindingsAt({
  findings,
  path,
}: {
  readonly findings: readonly Diagnostic[];
  readonly path: readonly (string | number)[];
}) {
  const own = listFindingsWithin(findings, pointer(...path));
  return own.length === 0 ? null : <FindingsList findings={own} />;
}
