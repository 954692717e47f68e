import type { ReadModelStatus } from '../../lab/history/read-models.ts';
import type { SideEffectState } from '../../lab/history/side-effects.ts';
import type { LogEvent } from '../../lab/live-log.ts';
import type { LiveFact } from './lesson.ts';
import type { LiveRun } from './lesson-run.ts';

/** What is to be seen of a board's log at a moment. */
export interface LiveSight {
  readonly events: readonly LogEvent[];
  readonly readModels: readonly ReadModelStatus[];
  readonly effects: Pick<SideEffectState, 'effects' | 'systems'>;
  /** Whether an event no longer fits; null while that is not known. */
  readonly isDoomed: boolean | null;
}

/** Whether something is so in the log of a board, or was done. */
export function judgeLive(fact: LiveFact, sight: LiveSight, { acted, isRolledBack }: LiveRun): boolean {
  switch (fact.kind) {
    case 'logged':
      return sight.events.filter(({ type }) => type === fact.event).length >= fact.least;
    case 'stands':
      return sight.events.some(
        ({ type, streams }) => type === fact.event && streams?.includes(fact.stream) === true,
      );
    case 'rolledBack':
      return isRolledBack;
    case 'acted':
      return acted.includes(fact.act);
    case 'level': {
      const status = findReadModel(sight, fact.readModel);
      return status?.phase === 'level' && status.rows >= fact.rows;
    }
    case 'behind': {
      const status = findReadModel(sight, fact.readModel);
      return status !== undefined && status.position < status.head;
    }
    case 'stale':
      return findReadModel(sight, fact.readModel)?.phase === 'stale';
    case 'waits':
      return sight.effects.effects.some(({ by, waitsFor }) => by === fact.system && waitsFor !== null);
    case 'done':
      return sight.effects.systems.find(({ name }) => name === fact.system)?.done === fact.times;
    case 'doom':
      return sight.isDoomed === fact.isFound;
  }
}

/** How many checks are met, when so many were: each counts once those before it are. */
export function countMet<F>(
  checks: readonly { readonly fact: F }[],
  before: number,
  judge: (fact: F) => boolean,
): number {
  const missing = checks.findIndex(({ fact }, at) => at >= before && !judge(fact));
  return missing === -1 ? checks.length : missing;
}

function findReadModel({ readModels }: LiveSight, wanted: string): ReadModelStatus | undefined {
  return readModels.find(({ name }) => name === wanted);
}
