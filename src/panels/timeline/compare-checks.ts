import type { Decision } from '../../decision/decision.ts';
import type { ToldCheck, ToldProjection, ToldStep } from '../../exploration/result.ts';
import { type Comparison, readComparison, shortenRule } from './read-rule.ts';

/** One value of a rule: at the read, now, or once the append counts. */
export interface RuleCell {
  readonly text: string;
  /** All of it, where `text` is shorter. */
  readonly full: string;
  readonly compared: Comparison | null;
  readonly holds: boolean | null;
  readonly hasChanged: boolean;
}

export interface RuleRow {
  readonly key: string;
  readonly constraint: string;
  /** The rule without values, such as `courses < limit`. */
  readonly rule: string;
  readonly isRelaxed: boolean;
  readonly cells: readonly RuleCell[];
}

/** What a command read, beside what is true by the time of its append. */
export interface ThenAndNowTable {
  readonly command: number;
  readonly columns: readonly { readonly name: string; readonly position: number }[];
  readonly rows: readonly RuleRow[];
  readonly decidedThen: string | null;
  readonly decidedNow: string | null;
  readonly isSame: boolean;
}

/** The table of a step; null where it read nothing yet. */
export function compareChecks(step: ToldStep): ThenAndNowTable | null {
  if (step.step === 'acquire') return null;
  const { command, head, readAt = head, wrote = [], checks = [], projections = [], decision, fresh } = step;
  const isAppend = step.step === 'append';
  const columns = [
    { name: 'read', position: readAt },
    ...(isAppend ? [{ name: 'now', position: head }] : []),
    ...(wrote.length > 0 ? [{ name: 'after', position: head + wrote.length }] : []),
  ];
  const rows = checks.flatMap((check, index) => {
    const row = compareCheck(check, projections, columns.length);
    return row ? [{ ...row, key: `${index} ${check.constraint}` }] : [];
  });
  const decidedThen = decision ? sayDecision(decision) : null;
  const decidedNow = fresh ? sayDecision(fresh) : null;
  return {
    command,
    columns,
    rows,
    decidedThen,
    decidedNow,
    isSame: step.verdict === undefined || step.verdict === 'safe' || step.verdict === 'falseConflict',
  };
}

function compareCheck(
  check: ToldCheck,
  projections: readonly ToldProjection[],
  columns: number,
): Omit<RuleRow, 'key'> | null {
  const { constraint, relaxed, atRead, now, after = null, heldAtRead, holdsNow, holdsAfter = null } = check;
  if (atRead === null && now === null) return null;
  const isMoved = projections.some(
    (one) => one.constraint === constraint && JSON.stringify(one.atRead) !== JSON.stringify(one.now),
  );
  const cells = [
    makeCell(atRead, heldAtRead, false),
    makeCell(
      now,
      holdsNow,
      atRead !== now || (isMoved && readComparison(now ?? '') === null && !isWhole(now)),
    ),
    makeCell(after, holdsAfter, after !== now),
  ].slice(0, columns);
  return { constraint, rule: stripValues(atRead ?? now ?? ''), isRelaxed: relaxed, cells };
}

/** Values that are written out to their end show a change by themselves. */
function isWhole(text: string | null): boolean {
  return text !== null && !text.includes('…');
}

function makeCell(text: string | null, holds: boolean | null, hasChanged: boolean): RuleCell {
  const full = text ?? '–';
  return { text: cutLong(shortenRule(full)), full, compared: readComparison(full), holds, hasChanged };
}

const LONGEST = 32;

function cutLong(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 2)}…` : text;
}

/** `courses 1 < limit 2` as `courses < limit`; a rule that is no comparison as it is, without a value in brackets. */
function stripValues(rule: string): string {
  const compared = readComparison(rule);
  if (compared) return rule.replaceAll(/(?<=[A-Za-z_]\w*) -?\d+(?:\.\d+)?/gu, '');
  return rule.replaceAll(/ \((?:true|false)\)/gu, '').slice(0, 40);
}

function sayDecision(decision: Decision): string {
  switch (decision.kind) {
    case 'accepted':
      return 'accepted';
    case 'rejected':
      return `rejected by ${decision.constraints.join(', ')}`;
    case 'error':
      return 'cannot be decided';
  }
}
