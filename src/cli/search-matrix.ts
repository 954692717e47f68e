import type { CompiledModel } from '../decision/compiled-model.ts';
import { exploreMatrix, type MatrixEvent } from '../exploration/matrix.ts';
import type { MatrixCell } from '../exploration/matrix-result.ts';
import { groupDigits } from '../lib/format-number.ts';
import type { StrategyId } from '../strategies/program.ts';
import type { Io } from './io.ts';
import { runWithProgress } from './progress.ts';

export interface SearchOptions {
  /** Left out: all of them. */
  readonly strategies?: readonly StrategyId[];
  /** The longest past; the search's own limit when left out. */
  readonly past?: number;
}

/** Searches all pairs of commands, and tells how far it is where that takes long. */
export function searchMatrix(
  model: CompiledModel,
  { strategies, past }: SearchOptions,
  io: Io,
): Promise<readonly MatrixCell[]> {
  const options = { ...(strategies && { strategies }), ...(past !== undefined && { limits: { past } }) };
  return runWithProgress(exploreMatrix(model, options), io, sayProgress);
}

function sayProgress(event: MatrixEvent): string | null {
  if (event.kind === 'cell') return null;
  const { commands, pattern, past, races, done, pairs } = event.progress;
  const where = `${commands.join(' × ')}, ${pattern}`;
  return `${where}: pasts of ${past}, ${groupDigits(races)} cases (pair ${done + 1} of ${pairs})`;
}
