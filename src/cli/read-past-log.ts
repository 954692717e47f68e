import { gunzipSync } from 'node:zlib';
import { type ImportedLog, LogImport } from '../history/import/log-import.ts';
import type { LogMapping } from '../history/import/log-mapping.ts';
import { LogSurveying } from '../history/import/log-survey.ts';
import { countOf, groupDigits } from '../lib/format-number.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { complain } from './print.ts';
import { runWithProgress } from './progress.ts';
import { readInput } from './read-input.ts';
import { UsageError } from './usage-error.ts';

const PIECE = 1 << 18;
/** What is unpacked beyond it is an attack or a mistake. */
const MOST_BYTES = 2 ** 30;

/** A log from outside, with what the program is to answer if all goes well with it. */
export interface PastLog {
  readonly log: ImportedLog;
  /** What it was read under. */
  readonly mapping: LogMapping;
  readonly code: ExitCode;
}

/**
 * Reads a log of any known format, also gzipped, under a mapping, or under the one that is proposed for it. What of it cannot be used is
 * told on standard error. Throws a usage error where there is not a single event.
 */
export async function readPastLog(path: string, io: Io, given?: LogMapping): Promise<PastLog> {
  const packed = await readInput(path, io);
  if (typeof packed === 'string') throw new UsageError(packed);
  const name = path === '-' ? 'standard input' : path;
  const bytes = unpack(packed, name);
  const mapping = given ?? (await propose(bytes, name, io));
  const log = await feed(bytes, new LogImport(mapping), io);
  if (log.events.length === 0) throw new UsageError(sayProblems(name, log));
  const lines = [...log.problems.map(({ message }) => message), ...sayBadRows(log)];
  for (const line of lines) complain(io, `${name}: ${line}`);
  const isWhole = log.badRows.length === 0 && log.problems.every(({ severity }) => severity === 'warning');
  return { log, mapping, code: isWhole ? EXIT.fine : EXIT.unusable };
}

/** The mapping that a look at the log proposes. */
async function propose(bytes: Uint8Array, name: string, io: Io): Promise<LogMapping> {
  const survey = await feed(bytes, new LogSurveying(), io);
  if (survey.proposal === null) throw new UsageError(sayProblems(name, survey));
  const { mapping } = survey.proposal;
  if (mapping.type.length === 0 || mapping.time.length === 0) {
    const lacking = mapping.type.length === 0 ? 'what an event’s type is' : 'when an event happened';
    const remedy = 'Open it in the page to choose one, or name it in a mapping (ambit import --mapping).';
    throw new UsageError(`${name}: no field says ${lacking}. ${remedy}`);
  }
  return mapping;
}

/** The bytes of a file, unpacked where they are gzipped. Throws a usage error where they cannot be. */
export function unpack(bytes: Uint8Array, name: string): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_BYTES });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${name} is gzipped, but cannot be unpacked: ${why}.`);
  }
}

interface Reading<R> {
  readonly failed: boolean;
  readonly count: number;
  write(bytes: Uint8Array): void;
  end(): R;
}

async function feed<R>(bytes: Uint8Array, reading: Reading<R>, io: Io): Promise<R> {
  return runWithProgress(
    feedPieces(bytes, reading),
    io,
    (done) => `reading: ${groupDigits(reading.count)} events, ${Math.floor((100 * done) / bytes.length)} %`,
  );
}

function* feedPieces<R>(bytes: Uint8Array, reading: Reading<R>): Generator<number, R> {
  for (let at = 0; at < bytes.length && !reading.failed; at += PIECE) {
    reading.write(bytes.subarray(at, at + PIECE));
    yield at;
  }
  return reading.end();
}

function sayProblems(name: string, { problems, badRows }: Pick<ImportedLog, 'problems' | 'badRows'>): string {
  const lines = [...problems.map(({ message }) => message), ...sayBadRows({ badRows })];
  return [`${name} cannot be used as a log.`, ...lines.map((line) => `  ${line}`)].join('\n');
}

function sayBadRows({ badRows }: Pick<ImportedLog, 'badRows'>): readonly string[] {
  return badRows.map(({ count, samples }) => {
    const [first] = samples;
    const where = first === undefined ? '' : ` The first on line ${first.line}: ${first.message}`;
    return `${countOf(count, 'row is', 'rows are')} left out.${where}`;
  });
}
