import type { ToldCheck } from '../../exploration/result.ts';

/** A rule such as `taken 0 < capacity 1`, taken apart. */
export interface Comparison {
  readonly left: number;
  readonly sign: string;
  readonly right: number;
}

const COMPARISON =
  /^(?:[A-Za-z_]\w* )?(-?\d+(?:\.\d+)?) (<=?|>=?|==|!=) (?:[A-Za-z_]\w* )?(-?\d+(?:\.\d+)?)$/;
const YES_OR_NO = /^!?([A-Za-z_]\w*) \((true|false)\)$/;

/** The two numbers that a written rule compares; null where it says something else. */
export function readComparison(rule: string): Comparison | null {
  const found = COMPARISON.exec(rule);
  if (!found) return null;
  return { left: Number(found[1]), sign: found[2] ?? '', right: Number(found[3]) };
}

/** A written rule in few words: `0 < 1`, `closed: no`, or as it is. */
export function shortenRule(rule: string): string {
  const compared = readComparison(rule);
  if (compared) return `${compared.left} ${compared.sign} ${compared.right}`;
  const found = YES_OR_NO.exec(rule);
  return found ? `${found[1]}: ${found[2] === 'true' ? 'yes' : 'no'}` : rule;
}

/** The check that says most about a decision: one that failed, one that has changed since, a comparison, or the last. */
export function findTelling(
  checks: readonly ToldCheck[],
  later: readonly ToldCheck[],
): ToldCheck | undefined {
  const written = checks.filter(({ atRead }) => atRead !== null);
  const hasChanged = (check: ToldCheck) =>
    later.some(
      ({ constraint, atRead, now }) =>
        constraint === check.constraint && atRead === check.atRead && now !== atRead,
    );
  return (
    written.find(({ heldAtRead }) => heldAtRead === false) ??
    written.find(hasChanged) ??
    written.findLast(({ atRead }) => readComparison(atRead ?? '') !== null) ??
    written.at(-1)
  );
}
