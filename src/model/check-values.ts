import type { Json } from '../lib/json.ts';
import type { JsonPath } from '../lib/scan-json.ts';
import { describePath } from './describe-json.ts';
import { type ModelCode, makeDiagnostic } from './diagnostic-codes.ts';
import type { Fault } from './fault.ts';
import { pointer } from './pointer.ts';

/** Keys that change an object's prototype, or are looked up on it, in code that is not careful. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
/** With the `u` flag a pair of surrogates is one character, so this finds only halves. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** The keys, texts and numbers that are JSON but must not get into a model. The value is at most 200 levels deep. */
export function checkValues(value: Json): Fault[] {
  const faults: Fault[] = [];
  visit(value, [], faults);
  return faults;
}

/** `path` is changed along the way, as a new one for every value of a large document costs seconds. */
function visit(value: Json, path: (string | number)[], faults: Fault[]): void {
  if (typeof value === 'object' && value !== null) {
    const entries = Array.isArray(value) ? value.entries() : Object.entries(value);
    for (const [key, entry] of entries) {
      path.push(key);
      const found = typeof key === 'string' ? findBadKey(key) : undefined;
      if (found) faults.push(makeFault(path, ...found));
      else visit(entry, path, faults);
      path.pop();
    }
    return;
  }
  const found = findBadScalar(value);
  if (found) faults.push(makeFault(path, ...found));
}

function findBadKey(key: string): [ModelCode, string] | undefined {
  if (FORBIDDEN.has(key)) {
    return ['forbidden-key', `has a name that means something of its own in JavaScript: rename "${key}".`];
  }
  return LONE_SURROGATE.test(key)
    ? ['lone-surrogate', 'has half of a character (a lone surrogate) in its name: write the name anew.']
    : undefined;
}

function findBadScalar(value: null | boolean | number | string): [ModelCode, string] | undefined {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return ['number-too-big', 'is too big a number to calculate with: they end at about 1.8e308.'];
  }
  return typeof value === 'string' && LONE_SURROGATE.test(value)
    ? ['lone-surrogate', 'contains half of a character (a lone surrogate): write the text anew.']
    : undefined;
}

function makeFault(path: JsonPath, code: ModelCode, what: string): Fault {
  const place = [...path];
  return {
    path: place,
    describe: () => makeDiagnostic(code, pointer(...place), `${describePath(place)} ${what} It is left out.`),
  };
}
