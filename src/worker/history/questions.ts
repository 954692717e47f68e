import type { FirstModel } from '../../history/first-model/make-first-model.ts';
import type { LogMapping } from '../../history/import/log-mapping.ts';
import type { LogSurvey } from '../../history/import/log-survey.ts';
import type { Insights } from '../../history/insights/insight.ts';
import type { Measure } from '../../history/measure/measure-result.ts';
import type { PastEvent } from '../../history/past-event.ts';
import type { LogSummary, MeasureQuestion, ReadProgress, ShareProgress } from '../../lab/history/past-log.ts';

/** What the worker of the history is asked, what it tells meanwhile, and what it answers. A question about a log names it as `log`. */
export interface HistoryQuestions {
  readonly open: {
    readonly argument: { readonly file: Blob };
    readonly progress: ReadProgress;
    readonly result: LogSurvey;
  };
  readonly apply: {
    readonly argument: { readonly log: string; readonly file: Blob; readonly mapping: LogMapping };
    readonly progress: ReadProgress;
    readonly result: LogSummary;
  };
  readonly readEvents: {
    readonly argument: { readonly log: string; readonly from: number; readonly count: number };
    readonly progress: never;
    readonly result: readonly PastEvent[];
  };
  readonly measure: {
    readonly argument: { readonly log: string; readonly question: MeasureQuestion };
    readonly progress: ShareProgress;
    readonly result: Measure;
  };
  readonly findInsights: {
    readonly argument: { readonly log: string };
    readonly progress: ShareProgress;
    readonly result: Insights;
  };
  readonly makeModel: {
    readonly argument: { readonly log: string; readonly name: string; readonly mapping: LogMapping };
    readonly progress: never;
    readonly result: FirstModel;
  };
  readonly forget: {
    readonly argument: { readonly log: string };
    readonly progress: never;
    readonly result: null;
  };
}

export type HistoryQuestionName = keyof HistoryQuestions;

/** A question on its way to the worker. */
export type HistoryRequest = {
  readonly [N in HistoryQuestionName]: {
    readonly id: number;
    readonly name: N;
    readonly argument: HistoryQuestions[N]['argument'];
  };
}[HistoryQuestionName];

export type ToHistoryWorker = { readonly ask: HistoryRequest } | { readonly cancel: number };

/** The error of a question about a log that the worker does not hold (any more). */
export const NOT_HELD = 'not-held';
