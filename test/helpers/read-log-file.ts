import { type ImportedLog, LogImport } from '../../src/history/import/log-import.ts';
import type { LogMapping } from '../../src/history/import/log-mapping.ts';
import { type LogSurvey, LogSurveying } from '../../src/history/import/log-survey.ts';

type Source = string | Uint8Array;

/** What is in a file, fed in pieces that end at the given places. */
export function surveyLog(source: Source, cuts: readonly number[] = []): LogSurvey {
  const survey = new LogSurveying();
  for (const piece of cutBytes(source, cuts)) survey.write(piece);
  return survey.end();
}

/** A file under a mapping, or under the one that is proposed. */
export function importLog(source: Source, cuts: readonly number[] = [], given?: LogMapping): ImportedLog {
  const mapping = given ?? surveyLog(source).proposal?.mapping;
  if (!mapping) throw new Error('Nothing was proposed');
  const reading = new LogImport(mapping);
  for (const piece of cutBytes(source, cuts)) reading.write(piece);
  return reading.end();
}

function cutBytes(source: Source, cuts: readonly number[]): readonly Uint8Array[] {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return places.slice(1).map((place, at) => bytes.subarray(places[at], place));
}
