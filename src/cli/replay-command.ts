import { replayLog } from '../history/replay/replay.ts';
import { groupDigits } from '../lib/format-number.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { openModel } from './open-model.ts';
import { printJson, printLines } from './print.ts';
import { runWithProgress } from './progress.ts';
import { readLog } from './read-log.ts';
import { makePaint } from './report/paint.ts';
import { reportReplay } from './report/replay-report.ts';

export interface ReplayOptions {
  readonly file: string;
  readonly log: string;
  readonly json: boolean;
}

/** `ambit replay`: a log under a model as it is today; exits 1 when an event no longer fits. */
export async function replay(options: ReplayOptions, io: Io): Promise<ExitCode> {
  const { compiled, code } = await openModel(options.file, io);
  if (compiled === null) return EXIT.unusable;
  const events = await readLog(options.log, io);
  const steps = replayLog(compiled, events);
  const report = await runWithProgress(
    steps,
    io,
    (progress) => `${groupDigits(progress.events)} of ${groupDigits(events.length)} events`,
  );
  if (options.json) printJson(io, { model: compiled.model.name, ...report });
  else printLines(io, reportReplay(report, { columns: io.columns, paint: makePaint(io) }));
  if (code !== EXIT.fine) return code;
  return report.doom === null ? EXIT.fine : EXIT.failed;
}
