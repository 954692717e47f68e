import { readFileSync } from 'node:fs';
import { compileModel } from '../../../../src/decision/compile.ts';
import type { CompiledModel } from '../../../../src/decision/compiled-model.ts';
import { explore } from '../../../../src/exploration/explore.ts';
import { exploreMatrix } from '../../../../src/exploration/matrix.ts';
import type { MatrixCell } from '../../../../src/exploration/matrix-result.ts';
import type { WitnessKey } from '../../../../src/exploration/result.ts';
import { tellSchedule } from '../../../../src/exploration/tell.ts';
import type { RaceStory } from '../../../../src/interchange/markdown/write-race.ts';
import type { ScheduleStory } from '../../../../src/interchange/markdown/write-schedule.ts';
import { parseModel } from '../../../../src/model/parse.ts';
import type { Race } from '../../../../src/model/schema.ts';
import { STRATEGY_IDS, type StrategyId } from '../../../../src/strategies/program.ts';

/** A shipped model. */
export function readShipped(name: string): CompiledModel {
  return compileText(
    readFileSync(new URL(`../../../../public/models/${name}.ambit.json`, import.meta.url), 'utf8'),
  );
}

export function compileText(text: string): CompiledModel {
  const { model } = parseModel(text);
  if (model === null) throw new Error('No model');
  return compileModel(model);
}

/** A race with all its results, and a shortest way to something under a strategy. */
export function makeStory(
  model: CompiledModel,
  name: string,
  strategy: StrategyId,
  shows: WitnessKey,
): RaceStory {
  const race = model.model.races?.find((one) => one.name === name);
  if (race === undefined) throw new Error(`No race ${name}`);
  const results = STRATEGY_IDS.map((id) => ({ strategy: id, result: explore(model, race, id) }));
  const found = results.find((one) => one.strategy === strategy)?.result;
  const steps = found && 'witnesses' in found ? found.witnesses[shows] : undefined;
  if (steps === undefined) throw new Error(`${shows} does not occur`);
  const order = steps.map(({ command }) => command);
  return { model: model.model.name, race, results, schedule: tell(model, race, strategy, shows, order) };
}

export function tell(
  model: CompiledModel,
  race: Race,
  strategy: StrategyId,
  shows: WitnessKey,
  order: readonly number[],
): ScheduleStory {
  const told = tellSchedule(model, race, strategy, order);
  if ('unavailable' in told) throw new Error(told.unavailable);
  return { strategy, shows, told };
}

export function searchAll(model: CompiledModel, past: number): readonly MatrixCell[] {
  const search = exploreMatrix(model, { limits: { past } });
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

const TEXT = String.raw`(?:[\p{L}\p{N} …,.()='’“”/!?-]|#\d{1,7};)+`;
const LANE = '(?:c\\d+|log)';
const LINES = [
  /^sequenceDiagram$/,
  new RegExp(`^ {2}participant ${LANE} as ${TEXT}$`, 'u'),
  new RegExp(`^ {2,4}Note over ${LANE}: ${TEXT}$`, 'u'),
  new RegExp(`^ {2,4}c\\d+(?:->>|-x)log: ${TEXT}$`, 'u'),
  new RegExp(`^ {2,4}log-->>c\\d+: ${TEXT}$`, 'u'),
  /^ {2}rect rgba\((?:\d{1,3}, ){3}0\.12\)$/,
  /^ {2}end$/,
];

/** The lines of the diagrams in a Markdown text that are not of the part of Mermaid's grammar that is used; with `end` where `rect` is not closed. */
export function findWrongLines(markdown: string): readonly string[] {
  const diagrams = [...markdown.matchAll(/^```mermaid\n(sequenceDiagram\n.*?)\n```$/gms)];
  if (diagrams.length === 0) return ['no diagram'];
  return diagrams.flatMap(([, diagram = '']) => {
    const lines = diagram.split('\n');
    const opened = lines.filter((line) => line.startsWith('  rect')).length;
    const closed = lines.filter((line) => line === '  end').length;
    const wrong = lines.filter((line) => !LINES.some((rule) => rule.test(line)));
    return opened === closed ? wrong : [...wrong, 'end'];
  });
}
