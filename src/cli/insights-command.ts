import { findInsights } from '../history/insights/find-insights.ts';
import type { ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { printJson, printLines } from './print.ts';
import { runWithProgress } from './progress.ts';
import { readPastLog } from './read-past-log.ts';
import { reportInsights } from './report/insights-report.ts';
import { makePaint } from './report/paint.ts';

export interface InsightsOptions {
  readonly file: string;
  readonly json: boolean;
}

/** `ambit insights`: what a log shows about the system behind it. */
export async function insights({ file, json }: InsightsOptions, io: Io): Promise<ExitCode> {
  const { log, code } = await readPastLog(file, io);
  const result = await runWithProgress(
    findInsights(log.events),
    io,
    ({ share }) => `looking: ${Math.floor(100 * share)} %`,
  );
  if (json) printJson(io, result);
  else printLines(io, reportInsights(file, result, { columns: io.columns, paint: makePaint(io) }));
  return code;
}
