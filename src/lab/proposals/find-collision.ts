import type { MatrixCell } from '../../exploration/matrix-result.ts';
import type { Model, Race } from '../../model/schema.ts';
import type { LabEngine, Watch } from '../engine.ts';
import { nameRace } from './propose-races.ts';

/** Far enough for most collisions, and over before anybody goes away. */
const DEPTH = { past: 4, races: 1_500 };

/** How many races were looked at. */
export interface CollisionProgress {
  readonly races: number;
}

/**
 * Searches for a race in which two commands get in each other's way; null where none was found, which does not mean that
 * there is none. Events that neither of them emits are taken as given, so the past may be one that no command of the
 * model leads to.
 */
export async function findCollision(
  engine: Pick<LabEngine, 'searchMatrix'>,
  model: Model,
  pair: readonly [string, string],
  { signal, onProgress }: Watch<CollisionProgress> = {},
): Promise<Race | null> {
  const stopping = new AbortController();
  const own = signal ? AbortSignal.any([signal, stopping.signal]) : stopping.signal;
  let found: MatrixCell | null = null;
  const onCell = (cell: MatrixCell) => {
    if (!isOf(cell, pair)) return;
    found = cell;
    // The cells of each command with itself are not asked for.
    stopping.abort();
  };
  try {
    await engine.searchMatrix(
      { model: keepOnly(model, pair), ...DEPTH },
      { signal: own, onCell, onProgress: ({ races }) => onProgress?.({ races }) },
    );
  } catch (error) {
    if (found === null) throw error;
  }
  return found === null ? null : readRace(found, pair);
}

function isOf({ commands: [one, other] }: MatrixCell, [a, b]: readonly [string, string]): boolean {
  return (one === a && other === b) || (one === b && other === a);
}

/** The model with these commands only. */
function keepOnly(model: Model, names: readonly string[]): Model {
  const { examples: _, races: __, ...rest } = model;
  const commands = Object.entries(model.commands ?? {}).filter(([name]) => names.includes(name));
  return { ...rest, commands: Object.fromEntries(commands) };
}

/** The worst that was found where nothing is guarded. */
function readRace({ patterns }: MatrixCell, pair: readonly [string, string]): Race | null {
  for (const { strategies } of patterns) {
    const hits = strategies.unguarded;
    if (hits === undefined || 'unavailable' in hits || hits.missedConflict === undefined) continue;
    return { ...hits.missedConflict.race, name: nameRace(pair) };
  }
  return null;
}
