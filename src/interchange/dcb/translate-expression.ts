import type { Expression, LogicalExpression, TemplateLiteral } from 'acorn';
import { binary, type Cel, call, literal, NULL } from './cel.ts';
import { parseJavaScript, Untranslatable } from './javascript.ts';
import { isLargerThan } from './measure-cel.ts';
import { negateCel } from './negate-cel.ts';
import type { JavaScriptScope, Typed } from './scope.ts';
import { BOOL, INT, type Shape, STRING } from './shape.ts';
import { translateArray, translateObject } from './translate-collections.ts';
import { choose, toText, translateBinary } from './translate-operators.ts';
import { translatePath } from './translate-path.ts';
import { isChain, toCondition } from './translate-truth.ts';

const DEEPEST = 40;
const MOST_NODES = 500;

/** What became of a JavaScript expression: CEL, or the reason why not with its offsets in the expression. */
export type Translation =
  | ({ readonly ok: true } & Typed)
  | { readonly ok: false; readonly reason: string; readonly start: number; readonly end: number };

/** Translates a JavaScript expression for its value; nothing is ever executed. */
export function translateValue(source: string, scope: JavaScriptScope): Translation {
  return attempt(source, (node) => new Translator(scope).value(node, 0));
}

/** Translates a JavaScript expression as a condition: values that JavaScript takes for true or false become a bool. */
export function translateCondition(source: string, scope: JavaScriptScope): Translation {
  return attempt(source, (node) => ({ cel: new Translator(scope).condition(node, 0), shape: BOOL }));
}

function attempt(source: string, translate: (node: Expression) => Typed): Translation {
  try {
    return { ok: true, ...translate(parseJavaScript(source)) };
  } catch (error) {
    if (!(error instanceof Untranslatable)) throw error;
    return { ok: false, reason: error.message, start: error.start, end: error.end };
  }
}

class Translator {
  readonly #scope: JavaScriptScope;

  constructor(scope: JavaScriptScope) {
    this.#scope = scope;
  }

  condition(node: Expression, depth: number): Cel {
    if (depth > DEEPEST) throw new Untranslatable(node, 'it is nested too deeply');
    if (node.type === 'ParenthesizedExpression') return this.condition(node.expression, depth + 1);
    if (node.type === 'UnaryExpression' && node.operator === '!') {
      const operand = this.condition(node.argument, depth + 1);
      return isComplex(operand) ? { kind: 'unary', operator: '!', operand } : negateCel(operand);
    }
    if (node.type === 'LogicalExpression' && node.operator !== '??') {
      return binary(
        node.operator,
        this.condition(node.left, depth + 1),
        this.condition(node.right, depth + 1),
      );
    }
    return toCondition(this.value(node, depth));
  }

  value(node: Expression, depth: number): Typed {
    if (depth > DEEPEST) throw new Untranslatable(node, 'it is nested too deeply');
    const typed = this.#translate(node, depth);
    // Checked at every step: what is repeated once per step would double each time.
    if (isLargerThan(MOST_NODES, typed.cel)) throw new Untranslatable(node, 'it would be too long in CEL');
    return typed;
  }

  #translate(node: Expression, depth: number): Typed {
    const visit = (child: Expression) => this.value(child, depth + 1);
    switch (node.type) {
      case 'ParenthesizedExpression':
        return visit(node.expression);
      case 'Literal':
        return translateLiteral(node, node.value);
      case 'TemplateLiteral':
        return translateTemplate(node, visit);
      case 'ArrayExpression':
        return translateArray(node, visit);
      case 'ObjectExpression':
        return translateObject(node, visit);
      case 'UnaryExpression':
        return this.#unary(node, depth);
      case 'BinaryExpression':
        if (node.left.type === 'PrivateIdentifier') throw new Untranslatable(node, 'it is no value');
        return translateBinary(node, node.operator, visit(node.left), visit(node.right), this.#scope);
      case 'LogicalExpression':
        return this.#logical(node, depth);
      case 'ConditionalExpression':
        return choose(this.condition(node.test, depth + 1), visit(node.consequent), visit(node.alternate));
      case 'Identifier':
        if (node.name === 'undefined') return { cel: NULL, shape: { kind: 'null' } };
        return translatePath(node, this.#scope, visit);
      case 'MemberExpression':
      case 'ChainExpression':
      case 'CallExpression':
        return translatePath(node, this.#scope, visit);
      default:
        throw new Untranslatable(node, `JavaScript's ${node.type} has no counterpart in CEL`);
    }
  }

  #unary(node: Extract<Expression, { type: 'UnaryExpression' }>, depth: number): Typed {
    if (node.operator === '!') return { cel: this.condition(node, depth), shape: BOOL };
    const operand = this.value(node.argument, depth + 1);
    if (node.operator !== '-') throw new Untranslatable(node, `"${node.operator}" has no counterpart in CEL`);
    const { cel, shape } = operand;
    if (cel.kind === 'literal' && typeof cel.value === 'number')
      return { cel: { ...cel, value: -cel.value }, shape };
    return { cel: { kind: 'unary', operator: '-', operand: cel }, shape };
  }

  /** `a || b` gives one of the two values in JavaScript, a bool in CEL: the same only where both are bools. */
  #logical(node: LogicalExpression, depth: number): Typed {
    const left = this.value(node.left, depth + 1);
    const right = this.value(node.right, depth + 1);
    if (node.operator === '??') {
      if (isChain(left.cel)) {
        const { test, yes } = left.cel;
        return choose(binary('&&', test, binary('!=', call('dyn', yes), NULL)), { ...left, cel: yes }, right);
      }
      return choose(binary('!=', call('dyn', left.cel), NULL), left, right);
    }
    const areBools = [left, right].every(({ shape }) => isPlainBool(shape));
    if (areBools) return { cel: binary(node.operator, left.cel, right.cel), shape: BOOL };
    const test = toCondition(left);
    return node.operator === '||' ? choose(test, left, right) : choose(test, right, left);
  }
}

function isPlainBool({ kind, nullable }: Shape): boolean {
  return kind === 'bool' && nullable !== true;
}

/** A condition whose `!` is kept: turning it round would not be shorter, or would undo what the author wrote. */
function isComplex(cel: Cel): boolean {
  return cel.kind !== 'unary' && !(cel.kind === 'binary' && (cel.operator === '==' || cel.operator === '!='));
}

function translateLiteral(node: Expression, value: unknown): Typed {
  if (value === null && 'raw' in node && node.raw === 'null') return { cel: NULL, shape: { kind: 'null' } };
  if (typeof value === 'boolean') return { cel: literal(value), shape: BOOL };
  if (typeof value === 'string') return { cel: literal(value), shape: STRING };
  if (typeof value === 'number' && Number.isFinite(value)) {
    if (!Number.isInteger(value)) return { cel: literal(value), shape: { kind: 'double' } };
    if (Number.isSafeInteger(value)) return { cel: literal(value), shape: INT };
  }
  throw new Untranslatable(node, 'this literal has no counterpart in CEL');
}

function translateTemplate(node: TemplateLiteral, visit: (node: Expression) => Typed): Typed {
  const parts = node.quasis.flatMap((quasi, index): Cel[] => {
    const text = quasi.value.cooked ?? quasi.value.raw;
    const expression = node.expressions[index];
    return [...(text === '' ? [] : [literal(text)]), ...(expression ? [toText(visit(expression))] : [])];
  });
  const [first = literal(''), ...rest] = parts;
  return { cel: rest.reduce((left, right) => binary('+', left, right), first), shape: STRING };
}
