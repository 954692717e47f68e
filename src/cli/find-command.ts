import type { CompiledModel } from '../decision/compiled-model.ts';
import type { MatrixCell } from '../exploration/matrix-result.ts';
import type { Verdict } from '../exploration/result.ts';
import { hitAsJson } from '../interchange/json/matrix-as-json.ts';
import type { StrategyId } from '../strategies/program.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { openModel } from './open-model.ts';
import { printJson, printLines } from './print.ts';
import { type Found, reportFound } from './report/find-report.ts';
import { makePaint } from './report/paint.ts';
import { searchMatrix } from './search-matrix.ts';

export interface FindOptions {
  readonly file: string;
  readonly strategy: StrategyId;
  readonly verdict: Verdict;
  /** The longest past; the search's own limit when left out. */
  readonly past?: number;
  readonly json: boolean;
}

/** `ambit find`: pasts and two commands for which a strategy gives a verdict, one for each pattern of each pair. */
export async function find(options: FindOptions, io: Io): Promise<ExitCode> {
  const { file, strategy, verdict, past, json } = options;
  const { compiled, code } = await openModel(file, io);
  if (compiled === null) return EXIT.unusable;
  const search = { strategies: [strategy], ...(past !== undefined && { past }) };
  const cells = await searchMatrix(compiled, search, io);
  const found = collect(cells, options);
  if (json) printJson(io, findingsAsJson(compiled, options, found, cells));
  else {
    const layout = { columns: io.columns, paint: makePaint(io) };
    printLines(io, reportFound({ compiled, strategy, verdict, found, cells }, layout));
  }
  return code;
}

function collect(cells: readonly MatrixCell[], { strategy, verdict }: FindOptions): readonly Found[] {
  return cells.flatMap(({ commands, patterns }) =>
    patterns.flatMap(({ name, strategies }) => {
      const hits = strategies[strategy];
      const hit = hits === undefined || 'unavailable' in hits ? undefined : hits[verdict];
      return hit === undefined ? [] : [{ commands, pattern: name, hit }];
    }),
  );
}

function findingsAsJson(
  { model }: CompiledModel,
  { strategy, verdict }: FindOptions,
  found: readonly Found[],
  cells: readonly MatrixCell[],
): object {
  return {
    model: model.name,
    strategy,
    verdict,
    found: found.map(({ commands, pattern, hit }) => ({ commands, pattern, ...hitAsJson(hit) })),
    searched: cells.flatMap(({ commands, patterns }) =>
      patterns.map(({ name, bounds }) => ({ commands, pattern: name, ...bounds })),
    ),
  };
}
