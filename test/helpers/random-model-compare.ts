import type { Exploration, Unavailable } from '../../src/exploration/result.ts';
import type { BruteForceResult } from './brute-force-tally.ts';

/** Probabilities are sums of fractions in another order on each side. */
const TOLERANCE = 1e-9;

/** Where an exploration differs from plain enumeration, as `path: actual, not expected`; the measure of work is left out (X4). */
export function differencesOf(
  actual: Exploration | Unavailable,
  expected: BruteForceResult | Unavailable,
): readonly string[] {
  if ('unavailable' in actual && 'unavailable' in expected) return [];
  const { states: _, ...rest } = { states: 0, ...actual };
  return differencesBetween(rest, expected, '');
}

function differencesBetween(actual: unknown, expected: unknown, path: string): readonly string[] {
  if (isObject(actual) && isObject(expected)) {
    const keys = [...new Set([...Object.keys(actual), ...Object.keys(expected)])];
    return keys.flatMap((key) => differencesBetween(actual[key], expected[key], `${path}/${key}`));
  }
  if (actual === expected) return [];
  if (typeof actual === 'number' && typeof expected === 'number' && Math.abs(actual - expected) < TOLERANCE)
    return [];
  return [`${path}: ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`];
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null;
}
