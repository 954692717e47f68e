import type { LogMapping } from '../history/import/log-mapping.ts';
import { readMapping } from '../history/import/read-mapping.ts';
import type { Json } from '../lib/json.ts';
import type { Io } from './io.ts';
import { readInput } from './read-input.ts';
import { UsageError } from './usage-error.ts';

/** The mapping in a file, as `import --show-mapping` prints it. Throws a usage error where there is none. */
export async function readMappingFile(path: string, io: Io): Promise<LogMapping> {
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
