import { readdirSync, readFileSync } from 'node:fs';
import { compileModel } from '../../src/decision/compile.ts';
import { explore } from '../../src/exploration/explore.ts';
import { prepareRace } from '../../src/exploration/prepare-race.ts';
import { Replay } from '../../src/exploration/replay.ts';
import type { ToldSchedule } from '../../src/exploration/result.ts';
import { tellSchedule } from '../../src/exploration/tell.ts';
import type { Model, Race } from '../../src/model/schema.ts';
import { STRATEGY_IDS, type StrategyId } from '../../src/strategies/program.ts';

const MODELS = 'public/models';

/** The shipped models by the names of their files. */
export function shippedModels(): readonly (readonly [file: string, model: Model])[] {
  return readdirSync(MODELS).map((file) => [
    file,
    JSON.parse(readFileSync(`${MODELS}/${file}`, 'utf8')) as Model,
  ]);
}

/** A shipped race by its name. */
export function shippedRace(file: string, name: string): { readonly model: Model; readonly race: Race } {
  const model = JSON.parse(readFileSync(`${MODELS}/${file}.ambit.json`, 'utf8')) as Model;
  const race = model.races?.find((candidate) => candidate.name === name);
  if (!race) throw new Error(`${file} has no race "${name}"`);
  return { model, race };
}

/** A race told along an order of commands (from 0), and then to its end, the lowest command first. */
export function tellWhole(
  model: Model,
  race: Race,
  strategy: StrategyId,
  order: readonly number[],
): ToldSchedule {
  const compiled = compileModel(model);
  const prepared = prepareRace(compiled, race, strategy);
  if ('unavailable' in prepared) throw new Error(prepared.unavailable);
  const replay = new Replay(prepared);
  for (const command of order) replay.take(command);
  const whole = [...order];
  for (let next = replay.enabled[0]; next !== undefined; next = replay.enabled[0]) {
    replay.take(next);
    whole.push(next);
  }
  const told = tellSchedule(compiled, race, strategy, whole);
  if ('unavailable' in told) throw new Error(told.unavailable);
  return told;
}

/** Every witness of a race under every strategy that can run it, told to its end; each schedule once. */
export function* witnessesOf(
  model: Model,
  race: Race,
): Generator<{ strategy: StrategyId; told: ToldSchedule }> {
  const compiled = compileModel(model);
  for (const strategy of STRATEGY_IDS) {
    const explored = explore(compiled, race, strategy);
    if ('unavailable' in explored) continue;
    const orders = new Set(
      Object.values(explored.witnesses).map((steps = []) =>
        JSON.stringify(steps.map(({ command }) => command)),
      ),
    );
    for (const order of orders) yield { strategy, told: tellWhole(model, race, strategy, JSON.parse(order)) };
  }
}
