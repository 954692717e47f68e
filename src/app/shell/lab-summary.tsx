import { useSyncExternalStore } from 'react';
import type { AnalysisSource } from '../../board/analysis.ts';
import type { BoardState } from '../../board/board.ts';

export interface LabSummaryProps {
  readonly state: BoardState;
  readonly analysis: AnalysisSource;
}

/** What the model comes to at the moment, in one line. */
export function LabSummary({ state, analysis }: LabSummaryProps) {
  const found = useSyncExternalStore(analysis.listen, analysis.state);
  const races = state.parsed.model?.races?.length ?? 0;
  const examples = found?.examples ?? [];
  const count = (wanted: string) => examples.filter(({ verdict }) => verdict === wanted).length;
  const red = count('red');
  return (
    <p className="lab-summary">
      <b>{say(races, 'race', 'races')}</b>
      {examples.length > 0 && (
        <span>
          {count('green')} of {say(examples.length, 'example', 'examples')} green
        </span>
      )}
      {red > 0 && <span className="lab-red">✕ {say(red, 'example is', 'examples are')} red</span>}
    </p>
  );
}

function say(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
