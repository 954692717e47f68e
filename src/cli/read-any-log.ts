import type { CompiledModel } from '../decision/compiled-model.ts';
import type { StoredEvent } from '../event-store/port.ts';
import { standInLog } from '../history/replay/stand-in-log.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { readInput } from './read-input.ts';
import { isOwnLog, readOwnLog } from './read-log.ts';
import { readMappingFile } from './read-mapping-file.ts';
import { readPastLog, unpack } from './read-past-log.ts';
import { UsageError } from './usage-error.ts';

export interface AnyLog {
  readonly events: readonly StoredEvent[];
  /** What the program is to answer if all goes well with it. */
  readonly code: ExitCode;
}

/**
 * The events of an archive, of lines written by hand, or of another system's log under a mapping (the proposed one unless
 * given), as they would stand in a store of the model. Throws a usage error where there are none.
 */
export async function readAnyLog(
  path: string,
  mappingFile: string | undefined,
  model: CompiledModel,
  io: Io,
): Promise<AnyLog> {
  const given = mappingFile === undefined ? undefined : await readMappingFile(mappingFile, io);
  const packed = await readInput(path, io);
  if (typeof packed === 'string') throw new UsageError(packed);
  const text = new TextDecoder().decode(unpack(packed, path === '-' ? 'standard input' : path));
  if (given === undefined && isOwnLog(text)) return { events: await readOwnLog(text, path), code: EXIT.fine };
  const { log, code } = await readPastLog(path, io, given);
  return { events: log.events.map((event, at) => standInLog(model, event, at + 1)), code };
}
