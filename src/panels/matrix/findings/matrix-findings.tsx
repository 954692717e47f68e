import './matrix-findings.css';
import { useMemo } from 'react';
import type { MatrixCell } from '../../../exploration/matrix-result.ts';
import { type MatrixPlace, summariseMatrix } from '../../../exploration/summarise-matrix.ts';
import type { LabParts } from '../../../lab/lab-parts.ts';
import type { Model } from '../../../model/schema.ts';
import type { StrategyId } from '../../../strategies/program.ts';
import { STRATEGIES } from '../../../strategies/registry.ts';
import { VerdictMark } from '../../../ui/verdict-mark.tsx';
import { listRepeats } from './list-repeats.ts';
import { PlaceList } from './place-list.tsx';
import { RepeatItem } from './repeat-item.tsx';
import { sayFate } from './say-fate.ts';

export interface MatrixFindingsProps {
  readonly parts: LabParts;
  readonly model: Model;
  readonly cells: readonly MatrixCell[];
  readonly strategy: StrategyId;
  /** Whether all pairs are searched; before that a pair to come can change what is said. */
  readonly isComplete: boolean;
}

/** What the whole matrix says about the model: which constraints need no boundary, what only gets in the way, which rule may be missing. */
export function MatrixFindings({ parts, model, cells, strategy, isComplete }: MatrixFindingsProps) {
  const summary = useMemo(() => summariseMatrix(model, cells, strategy), [model, cells, strategy]);
  const repeats = useMemo(() => listRepeats(cells), [cells]);
  const { name } = STRATEGIES[strategy];
  const onOpen = ({ commands }: MatrixPlace) => {
    parts.lab.getState().openCell(commands);
    // The pair stands far above: focus takes the eye and the keyboard there.
    const pair = CSS.escape(JSON.stringify(commands));
    document.querySelector<HTMLElement>(`[data-cell="${pair}"]`)?.focus();
  };
  if (cells.length === 0) return null;
  return (
    <section className="matrix-findings" aria-labelledby="matrix-findings-title">
      <h3 id="matrix-findings-title">What needs no boundary, and what does</h3>
      <p className="matrix-findings-intro">
        A constraint needs a boundary when what one command writes can undo what another decided by it,
        between the read and the append. This is what the searched pairs show under {name}.
        {!isComplete && ' Not all pairs are searched yet, so this can still change.'}
      </p>
      <ul className="matrix-findings-list" aria-label="Constraints">
        {summary.constraints.map((constraint) => {
          const { mark, words, showsPlaces } = sayFate(constraint, name);
          return (
            <li key={constraint.name}>
              <VerdictMark finding={mark} size={16} />
              <span>
                <code>{constraint.name}</code> {words}
                {showsPlaces && <PlaceList places={constraint.places} onOpen={onOpen} />}
              </span>
            </li>
          );
        })}
      </ul>
      {summary.needless.length > 0 && (
        <ul className="matrix-findings-list" aria-label="Events that only stop commands for nothing">
          {summary.needless.map(({ event, places }) => (
            <li key={event}>
              <VerdictMark finding="falseConflict" size={16} />
              <span>
                <code>{event}</code> only ever stops commands for nothing: it is guarded, and no decision was
                another one because of it.
                <PlaceList places={places} onOpen={onOpen} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {repeats.length > 0 && (
        <ul className="matrix-findings-list" aria-label="Facts written twice">
          {repeats.map((repeat) => (
            <RepeatItem
              key={JSON.stringify([repeat.commands, repeat.pattern])}
              parts={parts}
              repeat={repeat}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
