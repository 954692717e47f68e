import { lazy, Suspense, useSyncExternalStore } from 'react';
import type { OpenBoard } from '../open-board.ts';

const RaceSummary = lazy(async () => ({
  default: (await import('../../panels/races/race-summary.tsx')).RaceSummary,
}));

export interface LabSummaryProps {
  readonly open: OpenBoard;
  /** Whether it says what comes of the races: not where that is still to be asked. */
  readonly hasRaces: boolean;
}

/** What the model comes to at the moment, in one line. */
export function LabSummary({ open, hasRaces }: LabSummaryProps) {
  const found = useSyncExternalStore(open.analysis.listen, open.analysis.state);
  const examples = found?.examples ?? [];
  const count = (wanted: string) => examples.filter(({ verdict }) => verdict === wanted).length;
  const red = count('red');
  return (
    <div className="lab-summary">
      <Suspense fallback={null}>{hasRaces && <RaceSummary parts={open} />}</Suspense>
      {examples.length > 0 && (
        <span>
          {count('green')} of {say(examples.length, 'example', 'examples')} green
        </span>
      )}
      {red > 0 && <span className="lab-red">✕ {say(red, 'example is', 'examples are')} red</span>}
    </div>
  );
}

function say(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
