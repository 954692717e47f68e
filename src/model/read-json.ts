import { findPosition } from '../lib/find-position.ts';
import type { Json } from '../lib/json.ts';
import { type JsonPath, scanJson } from '../lib/scan-json.ts';
import type { Diagnostic } from './diagnostic.ts';
import { makeDiagnostic } from './diagnostic-codes.ts';
import { MOST_DIAGNOSTICS } from './limit-diagnostics.ts';
import { pointer } from './pointer.ts';

const MOST_BYTES = 10_000_000;
const DEEPEST = 200;

/** A JSON value, or undefined where there is none to be had, and what is wrong with its text. */
export interface ReadJson {
  readonly value: Json | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a JSON text of at most 10 MB of UTF-8 and 200 levels; everything wrong with it is a diagnostic. */
export function readJson(source: string | Uint8Array): ReadJson {
  if (isTooLarge(source)) {
    return refuse(
      'file-too-large',
      'The file is larger than 10 MB: a model is far smaller, so this is probably another file.',
    );
  }
  const decoded = decode(source);
  if (decoded === undefined) {
    return refuse('not-utf8', 'The file is not UTF-8 text: save it again as UTF-8.');
  }
  const text = decoded.startsWith('\uFEFF') ? decoded.slice(1) : decoded;
  if (text.trim() === '') {
    return refuse('empty-file', 'The file is empty: the smallest model is { "ambit": "1.0", "name": "…" }.');
  }
  const { problem, tooDeepAt, repeatedKeys, inexactNumbers } = scanJson(text, {
    depth: DEEPEST,
    remarks: MOST_DIAGNOSTICS,
  });
  if (tooDeepAt !== undefined) {
    const message = `Brackets are nested more than ${DEEPEST} deep: no model needs that.`;
    return refuse('too-deep', message, findPosition(text, tooDeepAt));
  }
  if (problem) return refuse('not-json', problem.message, findPosition(text, problem.offset));
  return {
    value: JSON.parse(text),
    diagnostics: [...repeatedKeys.map(describeRepeatedKey), ...inexactNumbers.map(describeInexactNumber)],
  };
}

function isTooLarge(source: string | Uint8Array): boolean {
  // A UTF-16 unit takes one to three bytes, so most texts need not be encoded to be measured.
  if (source.length > MOST_BYTES) return true;
  if (typeof source !== 'string' || source.length * 3 <= MOST_BYTES) return false;
  return new TextEncoder().encode(source).length > MOST_BYTES;
}

function decode(source: string | Uint8Array): string | undefined {
  if (typeof source === 'string') return source;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(source);
  } catch {
    return undefined;
  }
}

function refuse(
  code: Parameters<typeof makeDiagnostic>[0],
  message: string,
  position?: Diagnostic['position'],
): ReadJson {
  const diagnostic = makeDiagnostic(code, '', message);
  return { value: undefined, diagnostics: [position ? { ...diagnostic, position } : diagnostic] };
}

function describeRepeatedKey(path: JsonPath): Diagnostic {
  const message = `The key "${path.at(-1)}" stands more than once in its object, and only the last one counts: rename or remove the others.`;
  return makeDiagnostic('repeated-key', pointer(...path), message);
}

function describeInexactNumber({ path, literal }: { path: JsonPath; literal: string }): Diagnostic {
  const message = `The number ${literal} is read as ${BigInt(Number(literal))}, as numbers keep about 16 digits: write it as a text if all digits matter.`;
  return makeDiagnostic('number-loses-digits', pointer(...path), message);
}
