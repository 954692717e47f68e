import { readArchiveLine } from '../event-store/archive-line.ts';
import { ArchiveReader } from '../event-store/archive-reader.ts';
import { type BadLine, readNdjson, splitLines } from '../event-store/ndjson.ts';
import type { StoredEvent } from '../event-store/port.ts';
import { getOwn } from '../lib/get-own.ts';
import { isJsonObject } from '../lib/is-json-object.ts';
import type { Json, JsonObject } from '../lib/json.ts';
import { UsageError } from './usage-error.ts';

const MOST_SHOWN = 10;

/** What an event written by hand may have; other words are another system's. */
const OWN_WORDS = new Set('type event data tags time id position actor correlationId causationId'.split(' '));

/** Whether a text is an archive of a store, or begins with an event as one writes it by hand: else it is a log of another system. */
export function isOwnLog(text: string): boolean {
  const [line = ''] = text.trimStart().split(/\r?\n/, 1);
  const first = parse(line);
  if (!isJsonObject(first)) return line === '';
  if (Object.hasOwn(first, 'format')) return true;
  const type = getOwn(first, 'type') ?? getOwn(first, 'event');
  return typeof type === 'string' && Object.keys(first).every((key) => OWN_WORDS.has(key));
}

function parse(line: string): Json {
  try {
    return JSON.parse(line) as Json;
  } catch {
    return null;
  }
}

/**
 * The events of a log file: the archive of a store, whose positions stay as they are written, or an event on each line
 * (`type`, `data`, `tags`, `time`; `event` will do for `type`). Throws a usage error that names the lines that are wrong.
 */
export async function readOwnLog(text: string, path: string): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  const bad: BadLine[] = [];
  const archive = new ArchiveReader();
  let isArchive: boolean | null = null;
  for await (const read of readNdjson(splitLines([text]))) {
    if ('reason' in read) {
      bad.push(read);
      continue;
    }
    isArchive ??= isJsonObject(read.value as Json) && Object.hasOwn(read.value as object, 'format');
    if (isArchive) {
      archive.take(read);
      const line = readArchiveLine(read.value);
      if (typeof line === 'object' && 'event' in line) events.push(line.event);
      continue;
    }
    const event = readPlainEvent(read.value as Json, events.length + 1);
    if (typeof event === 'string') bad.push({ line: read.line, reason: event });
    else events.push(event);
  }
  const end = isArchive === true ? archive.finish() : [];
  const wrong = 'events' in end ? bad : [...bad, ...end];
  if (wrong.length > 0) throw new UsageError(sayBad(path, wrong));
  if (events.length === 0) throw new UsageError(`There is no event in ${path}.`);
  return events;
}

/** An event written by hand, or why it is none. */
function readPlainEvent(value: Json, position: number): StoredEvent | string {
  if (!isJsonObject(value)) return 'An event has to be an object with a "type"';
  const type = getOwn(value, 'type') ?? getOwn(value, 'event');
  const data = getOwn(value, 'data') ?? {};
  const tags = getOwn(value, 'tags') ?? [];
  const [id, time] = [getOwn(value, 'id'), getOwn(value, 'time')];
  if (typeof type !== 'string' || type === '') return 'The "type" of the event is missing';
  if (!isJsonObject(data)) return 'The "data" of the event has to be an object';
  if (!Array.isArray(tags) || !tags.every((tag) => typeof tag === 'string')) {
    return 'The "tags" of the event have to be a list of texts';
  }
  return {
    position,
    id: typeof id === 'string' && id !== '' ? id : `line-${position}`,
    type,
    data: data as JsonObject,
    tags: tags as readonly string[],
    time: typeof time === 'string' ? time : '2000-01-01T00:00:00Z',
  };
}

function sayBad(path: string, bad: readonly BadLine[]): string {
  const shown = bad.slice(0, MOST_SHOWN).map(({ line, reason }) => `  line ${line}: ${reason}`);
  const more = bad.length > shown.length ? ['  …'] : [];
  return [`${path} is no log that can be replayed.`, ...shown, ...more].join('\n');
}
