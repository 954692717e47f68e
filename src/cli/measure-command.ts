import { measureLog } from '../history/measure/measure-log.ts';
import { EXIT, type ExitCode, worstOf } from './exit-code.ts';
import type { Io } from './io.ts';
import { openModel } from './open-model.ts';
import { printJson, printLines } from './print.ts';
import { runWithProgress } from './progress.ts';
import { readPastLog } from './read-past-log.ts';
import { reportMeasure } from './report/measure-report.ts';
import { makePaint } from './report/paint.ts';
import { UsageError } from './usage-error.ts';

export interface MeasureCommandOptions {
  readonly file: string;
  /** In milliseconds. */
  readonly windows: readonly number[];
  readonly concept?: string;
  readonly withoutActors: readonly string[];
  readonly withoutConcepts: readonly string[];
  readonly collapse: boolean;
  /** A model file to map on. */
  readonly model?: string;
  readonly json: boolean;
}

/** `ambit measure`: how often the appends of a log would have collided under each boundary (H1–H3). */
export async function measure(options: MeasureCommandOptions, io: Io): Promise<ExitCode> {
  const { file, model: modelFile, json, ...rest } = options;
  const model = modelFile === undefined ? null : await openModel(modelFile, io);
  if (model !== null && model.compiled === null) return EXIT.unusable;
  const { log, code } = await readPastLog(file, io);
  const compiled = model?.compiled;
  const steps = measureLog(log.events, { ...rest, ...(compiled && { model: compiled }) });
  const result = await runWithProgress(steps, io, ({ share }) => `measuring: ${Math.floor(100 * share)} %`);
  const { concept } = options;
  if (concept !== undefined && !result.concepts.some((one) => one.concept === concept)) {
    const known = result.concepts.map((one) => one.concept).join(', ');
    throw new UsageError(`No event has a tag of “${concept}”. There are: ${known || 'none'}.`);
  }
  if (json) printJson(io, result);
  else printLines(io, reportMeasure(file, result, { columns: io.columns, paint: makePaint(io) }));
  return worstOf([code, model?.code ?? EXIT.fine]);
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000, m: 60_000, h: 3_600_000 };

/** A window such as `10s`, `0.1s`, `500ms`, `5min` or `1h` in milliseconds. Throws a usage error. */
export function parseWindow(text: string): number {
  const [, number = '', unit = ''] = /^(\d{1,9}(?:\.\d{1,9})?)\s?(ms|s|min|m|h)$/.exec(text) ?? [];
  const window = Number(number) * (UNITS[unit] ?? 0);
  if (window > 0) return window;
  throw new UsageError(`--window takes a length of time such as 10s, 500ms, 5min or 1h, and not “${text}”.`);
}
