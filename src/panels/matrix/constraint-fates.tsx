import { useMemo } from 'react';
import type { MatrixCell } from '../../exploration/matrix-result.ts';
import {
  type ConstraintFate,
  type ConstraintSummary,
  type MatrixPlace,
  summariseMatrix,
} from '../../exploration/summarise-matrix.ts';
import type { LabParts } from '../../lab/lab-parts.ts';
import { joinWords } from '../../lib/join-words.ts';
import type { Model } from '../../model/schema.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { markRepeat } from './take-hit.ts';

export interface ConstraintFatesProps {
  readonly parts: LabParts;
  readonly model: Model;
  readonly cells: readonly MatrixCell[];
  readonly strategy: StrategyId;
}

/** What becomes of each constraint under the chosen strategy: what needs no boundary, and what a boundary is too wide or too narrow for. */
export function ConstraintFates({ parts, model, cells, strategy }: ConstraintFatesProps) {
  const summary = useMemo(() => summariseMatrix(model, cells, strategy), [model, cells, strategy]);
  const repeats = cells.filter(({ patterns }) => patterns.some((pattern) => pattern.repeats !== null));
  const { name } = STRATEGIES[strategy];
  if (summary.constraints.length === 0) return null;
  return (
    <section className="matrix-fates" aria-label={`Constraints under ${name}`}>
      <h3>What becomes of the constraints under {name}</h3>
      <ul>
        {summary.constraints.map((constraint) => (
          <li key={constraint.name} data-fate={constraint.fate}>
            <span className="matrix-fate-name">{constraint.name}</span>
            <span>{sayFate(constraint)}</span>
          </li>
        ))}
        {summary.needless.map(({ event, places }) => (
          <li key={`event ${event}`} data-fate="needless">
            <span className="matrix-fate-name">{event}</span>
            <span>only ever stops commands for nothing: {sayPlaces(places)}</span>
          </li>
        ))}
        {repeats.map(({ commands }) => (
          <li key={`twice ${commands.join()}`} data-fate="repeats">
            <span className="matrix-fate-name">{commands.join(' × ')}</span>
            <span>
              can write the same fact twice, and no constraint forbids it{' '}
              <button type="button" className="link-button" onClick={() => markRepeat(parts, commands)}>
                Mark as hotspot
              </button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const FATES: { readonly [F in Exclude<ConstraintFate, 'overtaken'>]: string } = {
  free: 'needs no boundary: whatever one command writes, what another decided by it still holds',
  kept: 'is kept: whoever would overtake it is stopped or made to wait',
  tolerated: 'is overtaken, which the model tolerates',
  unknown: 'cannot be told: the strategy cannot be used where it matters',
};

function sayFate({ fate, isBroken, places }: ConstraintSummary): string {
  if (fate !== 'overtaken') return FATES[fate];
  return `${isBroken ? 'can be broken' : 'can be out of date'}: ${sayPlaces(places)}`;
}

function sayPlaces(places: readonly MatrixPlace[]): string {
  return joinWords(places.map(({ commands, pattern }) => `${commands.join(' × ')}, ${pattern}`));
}
