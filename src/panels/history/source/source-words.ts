import type { BadReason, LogFormat } from '../../../history/import/log-row.ts';
import type { MappedPart } from '../../../history/import/mapping-proposal.ts';
import type { LogSummary, ReadProgress } from '../../../lab/history/past-log.ts';
import { countOf } from '../../../lib/format-number.ts';

/** What the formats are called. */
export const FORMAT_WORDS: Readonly<Record<LogFormat, string>> = {
  'ocel-2': 'OCEL 2.0',
  'ocel-1': 'OCEL 1.0',
  xes: 'XES',
  csv: 'CSV',
  'json-lines': 'NDJSON',
  json: 'JSON',
  cloudevents: 'CloudEvents',
  github: 'GitHub events',
  ambit: 'Ambit archive',
};

/** Why rows are bad. */
export const BAD_WORDS: Readonly<Record<BadReason, string>> = {
  unreadable: 'Cannot be read',
  cells: 'Too many or too few cells',
  'not-object': 'No object',
  'no-type': 'No type',
  'no-time': 'No time',
  'repeated-id': 'An id that stands there before',
};

/** The parts of an event that a field can be. */
export const PART_WORDS: Readonly<Record<Exclude<MappedPart, 'tag' | 'data'>, string>> = {
  type: 'Type',
  time: 'Time',
  id: 'Id',
  actor: 'Who',
  correlation: 'Belongs together',
};

/** A log in a line: how much, of what, from when to when. */
export function saySummary({ events, types, actors, from, to }: LogSummary): string {
  const parts = [countOf(events, 'event', 'events'), countOf(types.length, 'type', 'types')];
  if (actors > 0) parts.push(countOf(actors, 'person or program', 'people and programs'));
  if (from !== null && to !== null) parts.push(`${sayDay(from)} to ${sayDay(to)}`);
  return parts.join(' · ');
}

/** How far a file is read. */
export function sayProgress(progress: ReadProgress | null): string {
  return progress === null ? 'Starting…' : `${countOf(progress.rows, 'row', 'rows')} so far`;
}

/** A moment as its minute, in UTC. */
export function sayMoment(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}

function sayDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
