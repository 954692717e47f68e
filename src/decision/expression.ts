import { type TypeError as CelTypeError, Environment, type ParseError } from '@marcbachmann/cel-js';
import { didYouMean } from '../lib/did-you-mean.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { CelValue } from './cel-value.ts';
import type { ExpressionFailure } from './decision.ts';
import { collectParts, type ExpressionParts, NO_PARTS } from './expression-parts.ts';
import { allowNullBranches } from './nullable-branches.ts';
import type { ScopeTypes } from './scope-types.ts';

/** An expression that failed while a decision was made; caught where the decision is put together (D7). */
export class ExpressionError extends Error {
  readonly failure: ExpressionFailure;
  constructor(failure: ExpressionFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** What was thrown while an expression was evaluated, or its result written down, as a failure; other errors go on. */
export function failureOf(error: unknown, at: string, expression: string): ExpressionFailure {
  if (error instanceof ExpressionError) return error.failure;
  if (error instanceof RangeError) return { at, expression, message: error.message };
  throw error;
}

/** The values an expression can name. */
export type Scope = { readonly [name: string]: unknown };

/** A CEL expression of the model, parsed once. `evaluate` throws an `ExpressionError` when it fails, and always when it is broken. */
export interface Expression {
  readonly source: string;
  /** JSON pointer of the expression in the model. */
  readonly at: string;
  /** The CEL type the static check gives, `dyn` when it cannot tell. */
  readonly type: string;
  readonly parts: ExpressionParts;
  evaluate(scope: Scope): CelValue;
}

const LIMITS = {
  maxAstNodes: 1000,
  maxDepth: 50,
  maxListElements: 200,
  maxMapEntries: 200,
  maxCallArguments: 16,
};
const LONGEST = 4000;

const options = { homogeneousAggregateLiterals: false, limits: LIMITS };
const parser = new Environment({ ...options, unlistedVariablesAreDyn: true });
const checker = new Environment(options);

/**
 * Parses an expression and checks it against the types of the names it may use; what is wrong with it is in
 * `diagnostics`, with the range inside the expression, and makes it fail whenever it is evaluated. `range` findings
 * are UTF-16 offsets.
 */
export function compileExpression(
  source: string,
  at: string,
  scope: ScopeTypes,
): { readonly expression: Expression; readonly diagnostics: readonly Diagnostic[] } {
  const checked = checkSource(source, at, scope);
  if ('fault' in checked) {
    const { fault } = checked;
    return { expression: makeBroken(source, at, fault.message), diagnostics: [fault] };
  }
  const run = parser.parse(checked.text);
  const evaluate = (values: Scope): CelValue => {
    try {
      return run(values) as CelValue;
    } catch (error) {
      throw new ExpressionError({ at, expression: source, message: sayError(error) });
    }
  };
  const parts = collectParts(run.ast);
  return { expression: { source, at, type: checked.type, parts, evaluate }, diagnostics: [] };
}

function makeBroken(source: string, at: string, message: string): Expression {
  const evaluate = (): never => {
    throw new ExpressionError({ at, expression: source, message });
  };
  return { source, at, type: 'dyn', parts: NO_PARTS, evaluate };
}

/** The text to run and its type, or the fault of an expression. */
function checkSource(
  source: string,
  at: string,
  scope: ScopeTypes,
): { readonly text: string; readonly type: string } | { readonly fault: Diagnostic } {
  if (source.trim() === '') {
    return { fault: makeFault(at, 'cel-syntax', 'The expression is empty: write a CEL expression') };
  }
  if (source.length > LONGEST) {
    const message = `The expression has ${source.length} characters; at most ${LONGEST} are allowed: split it into projections`;
    return { fault: makeFault(at, 'cel-too-large', message) };
  }
  const environment = checker.clone();
  scope.declareIn(environment);
  const first = environment.check(source);
  if (first.valid) return { text: source, type: first.type ?? 'dyn' };
  if (first.error?.code !== 'incompatible_ternary_branches') {
    return { fault: sayFault(first.error, source, at, scope) };
  }
  const { text, originalOffset } = allowNullBranches(source, environment.parse(source).ast);
  const second = environment.check(text);
  if (second.valid) return { text, type: second.type ?? 'dyn' };
  return { fault: sayFault(second.error, source, at, scope, originalOffset) };
}

function sayFault(
  error: ParseError | CelTypeError | undefined,
  source: string,
  at: string,
  scope: ScopeTypes,
  place: (offset: number) => number = (offset) => offset,
): Diagnostic {
  if (error === undefined) return makeFault(at, 'cel-type', 'The expression has a wrong type');
  const range = error.range && { start: place(error.range.start), end: place(error.range.end) };
  if (error.name === 'ParseError') {
    const tooLarge = error.code.startsWith('max_') || /limit|depth|exceed/i.test(error.code);
    const code = tooLarge ? 'cel-too-large' : 'cel-syntax';
    return makeFault(at, code, `${capitalise(error.summary)} in "${shorten(source)}"`, range);
  }
  const word = range ? source.slice(range.start, range.end) : source;
  if (error.code === 'unknown_variable') {
    const near = didYouMean(word, scope.names());
    const remedy = near ? `did you mean "${near}"?` : `here one can use ${list(scope.names())}`;
    return makeFault(at, 'cel-unknown-name', `"${word}" is not known here: ${remedy}`, range);
  }
  if (error.code === 'no_such_key') {
    const owner = range && ownerOf(source, range.start);
    const known = (owner && scope.fieldsOf(owner)) ?? [];
    const near = didYouMean(word, known);
    const remedy = near ? `did you mean "${near}"?` : `it has ${list(known)}`;
    return makeFault(at, 'cel-unknown-field', `"${owner ?? source}" has no "${word}": ${remedy}`, range);
  }
  return makeFault(at, 'cel-type', `${sayTypes(error.summary)} in "${shorten(word)}"`, range);
}

function sayTypes(summary: string): string {
  const plain = summary
    .replaceAll('google.protobuf.Timestamp', 'timestamp')
    .replaceAll('google.protobuf.Duration', 'duration');
  const mixes = /\bint\b.*\bdouble\b|\bdouble\b.*\bint\b/.test(plain);
  return `${capitalise(plain)}${mixes ? ': convert one side with double(…) or int(…)' : ''}`;
}

function ownerOf(source: string, start: number): string | undefined {
  return /([A-Za-z_]\w*)\s*\.\s*$/.exec(source.slice(0, start))?.[1];
}

function list(names: Iterable<string>): string {
  const all = [...names];
  if (all.length === 0) return 'nothing';
  return all.length > 8 ? `${all.slice(0, 8).join(', ')} …` : all.join(', ');
}

function sayError(error: unknown): string {
  if (error instanceof RangeError && /call stack/i.test(error.message))
    return 'The expression is nested too deeply';
  const summary = (error as { summary?: string }).summary ?? (error as Error).message;
  return sayTypes(summary);
}

function makeFault(at: string, code: string, message: string, range?: Diagnostic['range']): Diagnostic {
  return {
    code,
    severity: 'error',
    at,
    message: `${message}.`.replace(/\?\.$/, '?'),
    ...(range && { range }),
  };
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
