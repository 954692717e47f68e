import type { CompiledModel } from '../../decision/compiled-model.ts';
import { exploreSteps } from '../../exploration/explore.ts';
import { widenLimits } from '../../exploration/finder/search-pattern.ts';
import { followSchedule } from '../../exploration/follow-schedule.ts';
import { listSchedules } from '../../exploration/list-schedules.ts';
import { exploreMatrix } from '../../exploration/matrix.ts';
import { tellRace } from '../../exploration/tell-race.ts';
import { reportBoundary } from '../../strategies/report-boundary.ts';
import { answerFind, answerLoad, answerPlan, answerSweep } from './answer-load.ts';
import type { LabQuestionName, LabQuestions, LabRequest } from './protocol.ts';

/** Works out an answer; whoever runs it may pause or drop it where it tells its progress. */
type Handler<N extends LabQuestionName> = (
  model: CompiledModel,
  argument: LabQuestions[N]['argument'],
) => Generator<LabQuestions[N]['progress'], LabQuestions[N]['result']>;

const HANDLERS: { readonly [N in LabQuestionName]: Handler<N> } = {
  explore: (model, { race, strategy }) => exploreSteps(model, race, strategy),
  tell: (model, { race, strategy, schedule, complete }) => {
    const order = followSchedule(model, race, schedule, strategy);
    return answerAtOnce(
      'unavailable' in order ? order : tellRace(model, race, strategy, order, { complete }),
    );
  },
  listSchedules: (model, { race, strategy, most }) => listSchedules(model, race, strategy, most),
  reportBoundary: (model, { command, strategy, data }) =>
    answerAtOnce(reportBoundary(model, command, strategy, data)),
  planLoad: answerPlan,
  runLoad: answerLoad,
  sweepLoad: answerSweep,
  findOne: answerFind,
  *searchCell(model, { pair, past, races }) {
    for (const event of exploreMatrix(model, { pairs: [pair], limits: widenLimits(past, races) })) {
      if (event.kind === 'cell') return event.cell;
      yield event.progress;
    }
    throw new Error(`nothing was found out about ${pair.join(' × ')}`);
  },
};

/** Answers a question about a compiled model, step by step. */
export function answerQuestion(
  model: CompiledModel,
  { name, argument }: LabRequest,
): Generator<unknown, unknown> {
  // A question's name and argument belong together, which the type of a union does not say.
  const handle = HANDLERS[name] as (
    model: CompiledModel,
    argument: LabRequest['argument'],
  ) => Generator<unknown, unknown>;
  return handle(model, argument);
}

function* answerAtOnce<R>(result: R): Generator<never, R> {
  yield* [];
  return result;
}
