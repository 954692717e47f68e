import type { ExampleReport } from '../../../board/analysis.ts';
import type { JsonPath } from '../../../lib/scan-json.ts';
import { useWrite } from '../../forms/use-write.ts';
import { acceptOutcome, sayOutcome } from './accept-outcome.ts';

export interface ExampleResultProps {
  /** Where the example's "then" stands. */
  readonly path: JsonPath;
  readonly report: ExampleReport | null;
}

/** What came out of an example, what each check read, and a way to take it as what is expected. */
export function ExampleResult({ path, report }: ExampleResultProps) {
  const { put } = useWrite();
  if (report === null) return <p className="form-hint">Being run …</p>;
  const hasRun = report.events.length > 0 || report.checks.length > 0 || report.verdict !== 'unfinished';
  return (
    <div className={`example-result example-result-${report.verdict}`} role="status">
      <p>{report.verdict === 'green' ? 'It comes out as expected.' : report.message}</p>
      {report.checks.length > 0 && (
        <ul>
          {report.checks.map(({ constraint, holds, projections }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a constraint may be checked twice.
            <li key={`${index} ${constraint}`}>
              <span className={holds ? 'example-holds' : 'example-fails'}>{holds ? 'holds' : 'fails'}</span>{' '}
              {constraint} <code>{sayProjections(projections)}</code>
            </li>
          ))}
        </ul>
      )}
      {hasRun && report.verdict !== 'green' && (
        <button
          type="button"
          className="button form-fix"
          onClick={() => put('Take what came out', path, acceptOutcome(report))}
        >
          Take what came out: {sayOutcome(report)}
        </button>
      )}
    </div>
  );
}

function sayProjections(projections: ExampleReport['checks'][number]['projections']): string {
  return Object.entries(projections)
    .map(([name, value]) => `${name} ${JSON.stringify(value)}`)
    .join(', ');
}
