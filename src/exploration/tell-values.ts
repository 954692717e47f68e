import { toJson } from '../decision/cel-value.ts';
import { type FoldState, holds, type View } from '../decision/decide.ts';
import { ExpressionError } from '../decision/expression.ts';
import type { PreparedCheck } from '../decision/prepare.ts';
import type { Json } from '../lib/json.ts';
import type { CommandRun } from '../strategies/command-run.ts';
import type { ToldCheck, ToldProjection } from './result.ts';

/** The values of a command's projections, when read and now, as JSON. */
export function tellProjections(run: CommandRun, atRead: View, now: View): readonly ToldProjection[] {
  return run.command.projections.map(({ constraint, projection, item }, index) => ({
    constraint: constraint.name,
    projection: projection.name,
    item,
    atRead: tellValue(atRead[index]),
    now: tellValue(now[index]),
  }));
}

/** The given checks with their rules written out, when read and now. */
export function tellChecks(checks: readonly PreparedCheck[], atRead: View, now: View): readonly ToldCheck[] {
  return checks.map((check) => ({
    constraint: check.constraint.name,
    relaxed: check.constraint.relaxed,
    message: fillMessage(check, now),
    atRead: writeRule(check, atRead),
    now: writeRule(check, now),
    heldAtRead: tryRule(check, atRead),
    holdsNow: tryRule(check, now),
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

/** The values that a rule or a message can name: parameters, and projections in their place. */
function valuesOf({ constraint, projections, scope }: PreparedCheck, view: View): ReadonlyMap<string, Json> {
  const parameters = [...constraint.parameters.keys()].flatMap((name): [string, Json][] =>
    scope[name] === undefined ? [] : [[name, tellCel(scope[name])]],
  );
  const values = constraint.projections.map(({ name }, position): [string, Json] => [
    name,
    tellValue(view[projections[position] ?? -1]),
  ]);
  return new Map([...parameters, ...values]);
}

/**
 * `taken < capacity` as `taken 1 < capacity 1`, and without a rule just the values. Text in quotes and fields after a
 * dot stay as they are; a yes or no stands in brackets, for `!open false` would say the opposite.
 */
function writeRule(check: PreparedCheck, view: View): string | null {
  const { rule, projections } = check.constraint;
  const values = valuesOf(check, view);
  const write = (name: string) => {
    const value = values.get(name);
    if (value === undefined) return name;
    return typeof value === 'boolean' ? `${name} (${value})` : `${name} ${shorten(JSON.stringify(value))}`;
  };
  if (rule === null) return projections.map(({ name }) => write(name)).join(', ') || null;
  const words = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|(?<![\w.])[A-Za-z_]\w*(?!\w*\s*\()/g;
  return rule.source.replace(words, write);
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 37)}…` : text;
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
    const value = values.get(name);
    if (value === undefined) return placeholder;
    return typeof value === 'string' ? value : JSON.stringify(value);
  });
}
