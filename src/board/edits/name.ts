import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { JsonObject } from '../../lib/json.ts';
import { isVariableName } from '../../model/identifier.ts';
import { BOARD_SECTIONS, type BoardKind } from '../element-key.ts';
import { KINDS } from '../kinds.ts';

/** Longer ones are no names any more, and nothing could be drawn of them. */
const LONGEST = 200;
/** Up to how many equal names the next number is looked for one by one. */
const COUNTED = 50;
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
/** What the expressions of emitted events see besides the constraints. */
const BESIDE_CONSTRAINTS = new Set(['command', 'now']);

/**
 * What somebody typed as the name of an element: `StudentSubscribed` for "student subscribed" where names stand in
 * code (`course` for tags), the text on one line otherwise. A single word stays as it is written, but for its first
 * letter. Empty for an empty text.
 */
export function toName(kind: BoardKind, text: string): string {
  const line = cut(
    text
      .replace(/\p{Surrogate}/gu, '')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
  );
  if (!KINDS[kind].isCode) return line;
  if (kind !== 'tag' && kind !== 'constraint' && isCodeName(line)) return line;
  const words = line.split(/[^\p{L}\p{M}\p{N}_]+/u).filter((word) => word !== '');
  if (words.length === 0) return kind === 'tag' ? line.replaceAll(':', '') : line;
  const joined = words.map(raise).join('');
  return kind === 'tag' ? lower(joined) : joined;
}

/** Such as "course-defined", "orders.v2" or "iPadSold", which some team writes so on purpose. */
function isCodeName(line: string): boolean {
  return /^[\p{L}_][\p{L}\p{M}\p{N}_.-]*[\p{L}\p{M}\p{N}_]$/u.test(line) && !/^\p{Ll}+$/u.test(line);
}

/** At most so many characters, none of them halved. */
function cut(line: string): string {
  return line.length <= LONGEST ? line : [...line].slice(0, LONGEST).join('').trim();
}

function raise(word: string): string {
  const [first = '', ...rest] = word;
  return first.toUpperCase() + rest.join('');
}

function lower(word: string): string {
  const [first = '', ...rest] = word;
  return first.toLowerCase() + rest.join('');
}

/**
 * The name wanted, or the first free one after it: `Seat2` where names stand in code, `Seat 2` otherwise. Without one,
 * the kind's own with a number: `Event1`, `Hotspot 1`.
 */
export function findFreeName(document: JsonObject, kind: BoardKind, wanted: string): string {
  const section = getOwn(document, BOARD_SECTIONS[kind]);
  return pickFreeName(kind, wanted, (name) => isJsonObject(section) && Object.hasOwn(section, name));
}

/** The same where something else says which names are taken. */
export function pickFreeName(kind: BoardKind, wanted: string, isTaken: (name: string) => boolean): string {
  const isFree = (name: string) => !isTaken(name) && !isReserved(kind, name);
  if (wanted.trim() !== '' && isFree(wanted)) return wanted;
  const [stem, first] = splitNumber(kind, wanted);
  return `${stem}${findFreeNumber(first, (number) => isFree(`${stem}${number}`))}`;
}

/** Counting is for people; when thousands of notes say the same, any free number after a taken one will do. */
function findFreeNumber(first: number, isFree: (number: number) => boolean): number {
  for (let number = first; number < first + COUNTED; number++) if (isFree(number)) return number;
  let taken = first + COUNTED - 1;
  let step = 1;
  while (!isFree(taken + step)) [taken, step] = [taken + step, step * 2];
  let free = taken + step;
  while (free - taken > 1) {
    const middle = Math.floor((taken + free) / 2);
    if (isFree(middle)) free = middle;
    else taken = middle;
  }
  return free;
}

/** A name without the number at its end, and the number to try next. */
function splitNumber(kind: BoardKind, wanted: string): [stem: string, next: number] {
  const { label, isCode } = KINDS[kind];
  const gap = isCode ? '' : ' ';
  if (wanted.trim() === '') return [toName(kind, label) + gap, 1];
  const [, stem = '', digits = ''] = /^(.*\D)([1-9]\d{0,5})$/su.exec(wanted) ?? [];
  const isCounted = stem !== '' && (isCode || stem.endsWith(' '));
  return isCounted ? [stem, Number(digits) + 1] : [`${wanted}${gap}`, 2];
}

/** Whether the model room leaves a name out, as it means something of its own in JavaScript. */
export function isForbidden(name: string): boolean {
  return FORBIDDEN.has(name);
}

function isReserved(kind: BoardKind, name: string): boolean {
  if (isForbidden(name)) return true;
  return kind === 'constraint' && (BESIDE_CONSTRAINTS.has(name) || isReservedWord(name));
}

function isReservedWord(name: string): boolean {
  return /^[A-Za-z_]\w*$/.test(name) && !isVariableName(name);
}
