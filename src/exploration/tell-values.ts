import { toJson } from '../decision/cel-value.ts';
import { type FoldState, holds, type View } from '../decision/decide.ts';
import { ExpressionError } from '../decision/expression.ts';
import type { PreparedCheck } from '../decision/prepare.ts';
import type { Json } from '../lib/json.ts';
import type { CommandRun } from '../strategies/command-run.ts';
import type { ToldCheck, ToldProjection } from './result.ts';

/** The values of a command's projections, when read and now, as JSON. */
export function tellProjections(run: CommandRun, then: View, now: View): readonly ToldProjection[] {
  return run.command.projections.map(({ constraint, projection, item }, index) => ({
    constraint: constraint.name,
    projection: projection.name,
    item,
    then: tellValue(then[index]),
    now: tellValue(now[index]),
  }));
}

/** A command's checks with their rules written out, when read and now. */
export function tellChecks(run: CommandRun, then: View, now: View): readonly ToldCheck[] {
  return run.command.checks.map((check) => ({
    constraint: check.constraint.name,
    relaxed: check.constraint.relaxed,
    message: fillMessage(check, now),
    then: writeRule(check, then),
    now: writeRule(check, now),
    thenHolds: tryRule(check, then),
    nowHolds: tryRule(check, now),
  }));
}

/** A projection's value as JSON; null where the fold failed or the value cannot be written. */
function tellValue(state: FoldState | undefined): Json {
  return !state || 'failure' in state ? null : tellCel(state.value);
}

function tellCel(value: unknown): Json {
  try {
    return toJson(value);
  } catch {
    return null;
  }
}

function valuesOf({ constraint, projections }: PreparedCheck, view: View): ReadonlyMap<string, Json> {
  return new Map(
    constraint.projections.map(({ name }, position) => [name, tellValue(view[projections[position] ?? -1])]),
  );
}

/** `taken < capacity` as `taken 1 < capacity 1`. Text in quotes and fields after a dot stay as they are. */
function writeRule(check: PreparedCheck, view: View): string | null {
  const { rule } = check.constraint;
  if (rule === null) return null;
  const values = valuesOf(check, view);
  const words = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|(?<![\w.])[A-Za-z_]\w*(?!\w*\s*\()/g;
  return rule.source.replace(words, (word) => {
    const value = values.get(word);
    return value === undefined ? word : `${word} ${JSON.stringify(value)}`;
  });
}

function tryRule(check: PreparedCheck, view: View): boolean | null {
  if (check.constraint.rule === null) return null;
  try {
    return holds(check, view);
  } catch (error) {
    if (error instanceof ExpressionError) return null;
    throw error;
  }
}

/** The constraint's message with `{name}` filled from its parameters and projections. */
function fillMessage(check: PreparedCheck, view: View): string | null {
  const { message } = check.constraint;
  if (message === null) return null;
  const values = valuesOf(check, view);
  return message.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values.has(name) ? values.get(name) : check.scope[name] === undefined ? undefined : tellCel(check.scope[name]);
    if (value === undefined) return placeholder;
    return typeof value === 'string' ? value : JSON.stringify(value);
  });
}
