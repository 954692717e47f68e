import { makeFirstModel } from '../history/first-model/make-first-model.ts';
import type { LogMapping } from '../history/import/log-mapping.ts';
import { readMapping } from '../history/import/read-mapping.ts';
import { countOf } from '../lib/format-number.ts';
import { joinWords } from '../lib/join-words.ts';
import type { Json, JsonObject } from '../lib/json.ts';
import { serialiseModel } from '../model/serialise.ts';
import type { ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { complain } from './print.ts';
import { readInput } from './read-input.ts';
import { readPastLog } from './read-past-log.ts';
import { UsageError } from './usage-error.ts';

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

async function readMappingFile(path: string, io: Io): Promise<LogMapping> {
  const bytes = await readInput(path, io);
  if (typeof bytes === 'string') throw new UsageError(bytes);
  const mapping = readMapping(parse(new TextDecoder().decode(bytes)));
  if (mapping === null) {
    throw new UsageError(`${path} is no mapping of a log: begin with what --show-mapping prints.`);
  }
  return mapping;
}

function parse(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function nameAfter(file: string): string {
  const [, name = ''] = /([^/\\]+?)(?:\.gz)?$/.exec(file) ?? [];
  return file === '-' ? 'A log' : name.replace(/\.[a-z0-9]+$/i, '') || 'A log';
}
