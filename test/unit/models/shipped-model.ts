import { readdirSync, readFileSync } from 'node:fs';
import { compileModel } from '../../../src/decision/compile.ts';
import type { CompiledModel } from '../../../src/decision/compiled-model.ts';
import { explore } from '../../../src/exploration/explore.ts';
import type { Exploration } from '../../../src/exploration/result.ts';
import { parseModel } from '../../../src/model/parse.ts';
import type { Race } from '../../../src/model/schema.ts';
import type { StrategyId } from '../../../src/strategies/program.ts';

const FOLDER = new URL('../../../public/models/', import.meta.url);
const ENDING = '.ambit.json';

/** The names of the models that are shipped: their files without the ending. */
export const SHIPPED = readdirSync(FOLDER)
  .filter((file) => file.endsWith(ENDING))
  .map((file) => file.slice(0, -ENDING.length))
  .sort();

/** The text of a shipped model's file. */
export function readShipped(name: string): string {
  return readFileSync(new URL(name + ENDING, FOLDER), 'utf8');
}

/** A shipped model, ready to run. */
export function compileShipped(name: string): CompiledModel {
  const { model } = parseModel(readShipped(name));
  if (model === null) throw new Error(`${name} cannot be read`);
  return compileModel(model);
}

/** The result of a race that must be possible under the strategy. */
export function exploreRace(model: CompiledModel, race: Race, strategy: StrategyId): Exploration {
  const result = explore(model, race, strategy);
  if ('unavailable' in result) throw new Error(`${race.name}, ${strategy}: ${result.unavailable}`);
  return result;
}
