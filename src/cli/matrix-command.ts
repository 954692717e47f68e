import { summariseMatrix } from '../exploration/summarise-matrix.ts';
import { matrixAsJson } from '../interchange/json/matrix-as-json.ts';
import { STRATEGY_IDS } from '../strategies/program.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { openModel } from './open-model.ts';
import { printJson, printLines } from './print.ts';
import { reportMatrix } from './report/matrix-report.ts';
import { makePaint } from './report/paint.ts';
import { suggestFind } from './report/suggest-find.ts';
import { searchMatrix } from './search-matrix.ts';

export interface MatrixOptions {
  readonly file: string;
  /** The longest past; the search's own limit when left out. */
  readonly past?: number;
  readonly json: boolean;
}

/** `ambit matrix`: when each pair of commands collides, and how each strategy judges it. */
export async function matrix({ file, past, json }: MatrixOptions, io: Io): Promise<ExitCode> {
  const { compiled, code } = await openModel(file, io);
  if (compiled === null) return EXIT.unusable;
  const { name } = compiled.model;
  const cells = await searchMatrix(compiled, past === undefined ? {} : { past }, io);
  const layout = { columns: io.columns, paint: makePaint(io) };
  const summaries = STRATEGY_IDS.map((strategy) => summariseMatrix(compiled.model, cells, strategy));
  if (json) printJson(io, matrixAsJson(compiled.model, cells));
  else if (cells.length === 0) printLines(io, [`${name}: no command writes an event, so none can collide.`]);
  else {
    const suggestion = file === '-' ? null : suggestFind(file, cells, io.program);
    const hint = suggestion === null ? [] : ['', 'See how it comes about:', `  ${suggestion}`];
    printLines(io, [layout.paint.bold(name), ...reportMatrix(cells, summaries, layout), ...hint]);
  }
  return code;
}
