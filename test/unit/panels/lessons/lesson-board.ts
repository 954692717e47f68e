import { compileModel } from '../../../../src/decision/compile.ts';
import type { CompiledModel } from '../../../../src/decision/compiled-model.ts';
import type { Exploration, ToldSchedule } from '../../../../src/exploration/result.ts';
import { tellSchedule } from '../../../../src/exploration/tell.ts';
import type { JsonObject } from '../../../../src/lib/json.ts';
import { parseModel } from '../../../../src/model/parse.ts';
import type { Race } from '../../../../src/model/schema.ts';
import { serialiseModel } from '../../../../src/model/serialise.ts';
import type {
  Lesson,
  LessonStep,
  LoadCase,
  LoadQuestion,
  Scene,
} from '../../../../src/panels/lessons/lesson.ts';
import { LESSONS } from '../../../../src/panels/lessons/lesson-list.ts';
import { BUSY_CHANCE, type Busy } from '../../../../src/panels/lessons/use-busy.ts';
import type { StrategyId } from '../../../../src/strategies/program.ts';
import { planSweep, sweepLoad } from '../../../../src/workload/sweep-load.ts';
import { exploreRace, readShipped } from '../../models/shipped-model.ts';

/** All lessons as they are shipped. */
export const ALL_LESSONS: readonly Lesson[] = await Promise.all(LESSONS.map(({ load }) => load()));

/** The document of a lesson's board as it is when the lesson begins. */
export function openLessonBoard(lesson: Lesson, name = 'main'): JsonObject {
  const board = lesson.boards[name];
  if (board === undefined) throw new Error(`${lesson.id} has no board ${name}`);
  const { document } = parseModel(readShipped(board.file.replace('.ambit.json', '')));
  if (document === null) throw new Error(`${board.file} cannot be read`);
  return board.prepare?.(document) ?? document;
}

/** The document of the board that a step takes place on. */
export function openStepBoard(lesson: Lesson, step: LessonStep): JsonObject {
  return openLessonBoard(lesson, step.board);
}

/** A document, ready to run. */
export function compileDocument(document: JsonObject): CompiledModel {
  const { model } = parseModel(serialiseModel(document));
  if (model === null) throw new Error('The document is no model');
  return compileModel(model);
}

/** A race of a document by its name. */
function findRace(document: JsonObject, name: string): Race {
  const race = compileDocument(document).model.races?.find((candidate) => candidate.name === name);
  if (race === undefined) throw new Error(`There is no race ${name}`);
  return race;
}

/** What can happen in a race of a document. */
export function exploreOn(document: JsonObject, race: string, strategy: StrategyId): Exploration {
  return exploreRace(compileDocument(document), findRace(document, race), strategy);
}

/** Both loads of a question at the rate it asks about. */
export function loadOn(document: JsonObject, { wide, narrow, guard, lock, at }: LoadQuestion): Busy {
  const model = compileDocument(document);
  const run = ({ name, workload }: LoadCase) => {
    const plans = planSweep(model, name, workload, { parameter: 'rate', values: [at] });
    if ('troubles' in plans) throw new Error(plans.troubles[0]?.message);
    const steps = sweepLoad(model, 'rate', plans, { ...BUSY_CHANCE, strategies: [guard, lock] });
    for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value.points;
  };
  return { wide: run(wide), narrow: run(narrow) };
}

/** A scene told on a document. */
export function tellOn(document: JsonObject, { race, strategy, order }: Scene): ToldSchedule {
  const told = tellSchedule(compileDocument(document), findRace(document, race), strategy, order);
  if ('unavailable' in told) throw new Error(told.unavailable);
  return told;
}
