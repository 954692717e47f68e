import { useSyncExternalStore } from 'react';
import type { Insight } from '../../../history/insights/insight.ts';
import type { LabParts } from '../../../lab/lab-parts.ts';
import { formatShare, groupDigits } from '../../../lib/format-number.ts';
import { askOnBoard, findOnBoard } from './ask-on-board.ts';

export interface InsightRowProps {
  readonly insight: Insight;
  readonly parts: Pick<LabParts, 'board' | 'desk'>;
}

/** One insight: its sentence, what to do next, and behind a fold what it is said for. */
export function InsightRow({ insight, parts: { board, desk } }: InsightRowProps) {
  const { sentence, strength, evidence, next } = insight;
  const document = useSyncExternalStore(board.listen, () => board.state().document);
  const about = findOnBoard(document, insight);
  return (
    <li className="insight">
      <p className="insight-sentence">{sentence}</p>
      <p className="insight-next">
        <span aria-hidden="true">→ </span>
        {next}
      </p>
      <div className="insight-foot">
        <details>
          <summary>{`Evidence, strength ${formatShare(strength)}`}</summary>
          <dl>
            {evidence.counts.map(({ name, count }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{groupDigits(count)}</dd>
              </div>
            ))}
            {evidence.events.length > 0 && <List name="such as the events" values={evidence.events} />}
            {evidence.tags.length > 0 && <List name="such as" values={evidence.tags} />}
          </dl>
        </details>
        {about !== null && (
          <button
            className="button button-quiet"
            type="button"
            title="Puts the sentence on the board as an open question"
            onClick={() => desk.getState().select([askOnBoard(board, insight, about)])}
          >
            Ask on the board
          </button>
        )}
      </div>
    </li>
  );
}

function List({ name, values }: { readonly name: string; readonly values: readonly string[] }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{values.join(', ')}</dd>
    </div>
  );
}
