import type { CompiledModel } from '../decision/compiled-model.ts';
import type { StoredEvent } from '../event-store/port.ts';
import { upcast } from '../history/migrate/apply-migrations.ts';
import { previewMigrations } from '../history/migrate/preview-migrations.ts';
import { replayLog } from '../history/replay/replay.ts';
import { groupDigits } from '../lib/format-number.ts';
import { EXIT, type ExitCode, worstOf } from './exit-code.ts';
import type { Io } from './io.ts';
import { openModel } from './open-model.ts';
import { printJson, printLines } from './print.ts';
import { runWithProgress } from './progress.ts';
import { readAnyLog } from './read-any-log.ts';
import { reportMigrations } from './report/migration-report.ts';
import { makePaint } from './report/paint.ts';
import { reportReplay } from './report/replay-report.ts';

export interface ReplayOptions {
  readonly file: string;
  readonly log: string;
  /** A file with the mapping of a log from another system; undefined takes the proposed one. */
  readonly mapping?: string;
  /** Also what the migrations of the model would do to the log. */
  readonly migrations: boolean;
  readonly json: boolean;
}

/** `ambit replay`: a log under a model as it is today; exits 1 when an event no longer fits. */
export async function replay(options: ReplayOptions, io: Io): Promise<ExitCode> {
  const { compiled, code: ofModel } = await openModel(options.file, io);
  if (compiled === null) return EXIT.unusable;
  const { events, code: ofLog } = await readAnyLog(options.log, options.mapping, compiled, io);
  const code = worstOf([ofModel, ofLog]);
  if (options.migrations) return preview(options, compiled, code, events, io);
  // Migrations on read are part of what the model says.
  const steps = replayLog(compiled, upcast(compiled, events));
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

/** What the migrations of the model would do; exits 1 when an event does not fit afterwards, or could not be migrated. */
async function preview(
  { json }: ReplayOptions,
  compiled: CompiledModel,
  code: ExitCode,
  events: readonly StoredEvent[],
  io: Io,
): Promise<ExitCode> {
  const steps = previewMigrations(compiled, compiled.migrations, events);
  const found = await runWithProgress(steps, io, (text) => text);
  if (json) printJson(io, { model: compiled.model.name, ...found });
  else printLines(io, reportMigrations(found, { columns: io.columns, paint: makePaint(io) }));
  if (code !== EXIT.fine) return code;
  return found.replay.after.doom === null && found.troubles.length === 0 ? EXIT.fine : EXIT.failed;
}
