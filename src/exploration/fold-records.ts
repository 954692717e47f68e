import { type FoldState, foldEvent, startFold, type View } from '../decision/decide.ts';
import { type CommandRun, seesRecord } from '../strategies/command-run.ts';
import type { LogRecord } from '../strategies/guard.ts';

/** The values of a command's projections after records, in the order of the log; whose records count is for the caller to say (S1, S6). */
export function foldRecords(run: CommandRun, records: readonly LogRecord[]): View {
  return run.command.projections.map(
    (instance, projection): FoldState =>
      records
        .filter((record) => seesRecord(run, projection, record))
        .reduce(
          (state, { fact, time }) => foldEvent(run.model, instance, state, { ...fact, time }),
          startFold(instance),
        ),
  );
}
