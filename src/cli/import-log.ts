import { makeFirstModel } from '../history/first-model/make-first-model.ts';
import { countOf } from '../lib/format-number.ts';
import { joinWords } from '../lib/join-words.ts';
import type { JsonObject } from '../lib/json.ts';
import { serialiseModel } from '../model/serialise.ts';
import type { ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { complain } from './print.ts';
import { readMappingFile } from './read-mapping-file.ts';
import { readPastLog } from './read-past-log.ts';

export interface ImportLogOptions {
  readonly file: string;
  /** A file with the mapping; undefined takes the proposed one. */
  readonly mapping: string | undefined;
  /** Prints the mapping instead of a model. */
  readonly showMapping: boolean;
  readonly name: string | undefined;
}

/** A log as a first model on standard output, or the mapping that makes it. Throws a usage error where it is no log. */
export async function importLog(options: ImportLogOptions, io: Io): Promise<ExitCode> {
  const { file, showMapping } = options;
  const given = options.mapping === undefined ? undefined : await readMappingFile(options.mapping, io);
  const { log, mapping, code } = await readPastLog(file, io, given);
  if (showMapping) {
    io.out(`${JSON.stringify(mapping, null, 2)}\n`);
    return code;
  }
  const { model, leftOut } = makeFirstModel(log.events, mapping, options.name ?? nameAfter(file));
  if (leftOut.length > 0) {
    const named = joinWords(leftOut.slice(0, 3).map((type) => `“${type}”`));
    const many = countOf(leftOut.length, 'rarer type is', 'rarer types are');
    complain(io, `${many} left out, such as ${named}: does the mapping take the right field for the type?`);
  }
  io.out(serialiseModel(model as JsonObject));
  return code;
}

function nameAfter(file: string): string {
  const [, name = ''] = /([^/\\]+?)(?:\.gz)?$/.exec(file) ?? [];
  return file === '-' ? 'A log' : name.replace(/\.[a-z0-9]+$/i, '') || 'A log';
}
