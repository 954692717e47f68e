import type { Exploration, ScheduleStep } from '../../exploration/result.ts';
import type { StrategyId } from '../../strategies/program.ts';
import type { ScheduleChoice } from '../engine.ts';
import type { RaceEntry } from '../race-results.ts';
import type { BoundaryFinding } from './boundary-kinds.ts';

/** A race of the document in which a command meets what its boundary makes one expect. */
export interface Proof {
  readonly at: number;
  readonly name: string;
  readonly shows: BoundaryFinding;
  readonly schedule: ScheduleChoice;
  /** The step that shows it is the last one of these. */
  readonly step: number;
}

/** The first race that shows a command being stopped for nothing, or slipping through; null where none is known to. */
export function findProof(
  entries: readonly RaceEntry[],
  command: string,
  strategy: StrategyId,
  shows: BoundaryFinding,
): Proof | null {
  for (const { at, race, name, results } of entries) {
    const result = results[strategy];
    if (race === null || result?.state !== 'done' || !isExploration(result.result)) continue;
    const witness = result.result.witnesses[shows];
    if (witness === undefined || race.commands?.[lastOf(witness)]?.command !== command) continue;
    const order = witness.map((step) => step.command);
    return { at, name, shows, schedule: { strategy, order }, step: order.length };
  }
  return null;
}

/** Whether some races are still being worked on under a strategy. */
export function isSearching(entries: readonly RaceEntry[], strategy: StrategyId): boolean {
  return entries.some(({ results }) => results[strategy]?.state === 'working');
}

function isExploration(result: object): result is Exploration {
  return !('unavailable' in result);
}

function lastOf(witness: readonly ScheduleStep[]): number {
  return witness.at(-1)?.command ?? -1;
}
