import { useInspector } from '../use-inspector.ts';
import { findReport } from './find-report.ts';

/** How many examples come out as they say, and how many do not. */
export function ExampleCounts({ indexes }: { readonly indexes: readonly number[] }) {
  const { analysis, document } = useInspector();
  const verdicts = indexes.map((index) => findReport(analysis, document, index)?.verdict ?? 'unfinished');
  return (
    <span className="insp-count">
      {(['green', 'red', 'unfinished'] as const).map((verdict) => {
        const count = verdicts.filter((other) => other === verdict).length;
        return count === 0 ? null : (
          <span key={verdict} className={`example-count example-count-${verdict}`}>
            {count} {verdict}
          </span>
        );
      })}
    </span>
  );
}
