import { compileModel } from '../../decision/compile.ts';
import { makeFirstModel } from '../../history/first-model/make-first-model.ts';
import { LogImport } from '../../history/import/log-import.ts';
import { LogSurveying } from '../../history/import/log-survey.ts';
import { findInsights } from '../../history/insights/find-insights.ts';
import { measureLog } from '../../history/measure/measure-log.ts';
import type { PastEvent } from '../../history/past-event.ts';
import { finishSteps } from './finish-steps.ts';
import {
  type HistoryQuestionName,
  type HistoryQuestions,
  type HistoryRequest,
  NOT_HELD,
} from './questions.ts';
import { readFile } from './read-file.ts';
import { summariseLog } from './summarise-log.ts';

/** What answering needs of the worker: the logs it holds, and a moment between two steps. */
export interface HistoryGround {
  readonly logs: Map<string, readonly PastEvent[]>;
  /** Tells how far the answer is and lets messages in; rejects when it is not wanted any more. */
  readonly breathe: (progress: unknown) => Promise<void>;
}

type Handlers = {
  readonly [N in HistoryQuestionName]: (
    argument: HistoryQuestions[N]['argument'],
    ground: HistoryGround,
  ) => Promise<HistoryQuestions[N]['result']> | HistoryQuestions[N]['result'];
};

const HANDLERS: Handlers = {
  open: async ({ file }, { breathe }) => {
    const survey = new LogSurveying();
    await readFile(file, survey, breathe);
    return survey.end();
  },
  apply: async ({ log, file, mapping }, { logs, breathe }) => {
    const reading = new LogImport(mapping);
    await readFile(file, reading, breathe);
    const imported = reading.end();
    logs.set(log, imported.events);
    return summariseLog(imported, mapping);
  },
  readEvents: ({ log, from, count }, ground) => heldLog(log, ground).slice(from, from + count),
  measure: ({ log, question }, ground) => {
    const { concept, model, ...rest } = question;
    const options = {
      ...rest,
      ...(concept !== null && { concept }),
      ...(model !== null && { model: compileModel(model) }),
    };
    return finishSteps(measureLog(heldLog(log, ground), options), ground.breathe);
  },
  findInsights: ({ log }, ground) => finishSteps(findInsights(heldLog(log, ground)), ground.breathe),
  makeModel: ({ log, name, mapping }, ground) => makeFirstModel(heldLog(log, ground), mapping, name),
  forget: ({ log }, { logs }) => {
    logs.delete(log);
    return null;
  },
};

/** Answers a question. */
export async function answerHistory(
  { name, argument }: HistoryRequest,
  ground: HistoryGround,
): Promise<unknown> {
  // A request's name and argument belong together, which the type of a union does not say.
  const handle = HANDLERS[name] as (argument: HistoryRequest['argument'], ground: HistoryGround) => unknown;
  return handle(argument, ground);
}

/** The events of a log the worker holds. Whoever asked about another is to have it read again. */
function heldLog(log: string, { logs }: HistoryGround): readonly PastEvent[] {
  const events = logs.get(log);
  if (!events) throw new Error(NOT_HELD);
  return events;
}
