import type { Node } from 'acorn';
import { binary, type Cel, type CelOperator, call, literal, NULL, named, ternary } from './cel.ts';
import { Untranslatable } from './javascript.ts';
import type { AgeComparison, JavaScriptScope, Typed } from './scope.ts';
import { BOOL, DYN, INT, type Shape, STRING } from './shape.ts';

const COMPARISONS = new Set(['<', '<=', '>', '>=']);
const FLIPPED = new Map([
  ['<', '>'],
  ['<=', '>='],
  ['>', '<'],
  ['>=', '<='],
]);

/** A JavaScript binary operation on translated operands. Throws `Untranslatable` for operators without a counterpart. */
export function translateBinary(
  node: Node,
  operator: string,
  left: Typed,
  right: Typed,
  scope: JavaScriptScope,
): Typed {
  if (operator === '===' || operator === '!==')
    return compareEqual(operator === '===' ? '==' : '!=', left, right);
  if (operator === '==' || operator === '!=') {
    if (left.shape.kind === 'null' || right.shape.kind === 'null' || sameKind(left.shape, right.shape)) {
      return compareEqual(operator, left, right);
    }
    throw new Untranslatable(node, `"${operator}" converts types in JavaScript: write "${operator}="`);
  }
  if (COMPARISONS.has(operator)) return compareOrder(operator, left, right, scope);
  if (operator === '+' && (left.shape.kind === 'string' || right.shape.kind === 'string')) {
    return { cel: binary('+', toText(left), toText(right)), shape: STRING };
  }
  if (['+', '-', '*', '/', '%'].includes(operator))
    return calculate(node, operator as CelOperator, left, right);
  throw new Untranslatable(node, `"${operator}" has no counterpart in CEL`);
}

/** A value as text, as JavaScript's `+` with a string makes it. */
export function toText({ cel, shape }: Typed): Cel {
  if (cel.kind === 'literal') return literal(String(cel.value));
  return shape.kind === 'string' && !shape.nullable ? cel : call('string', cel);
}

/** Branches of one expression: CEL wants them to have one type, so that where they differ one is made `dyn`. */
export function choose(test: Cel, yes: Typed, no: Typed): Typed {
  if (sameKind(yes.shape, no.shape))
    return { cel: ternary(test, yes.cel, no.cel), shape: mergeShapes(yes.shape, no.shape) };
  const nullable = [yes.shape, no.shape].some(({ kind, nullable: may }) => kind === 'null' || may === true);
  const kept = yes.shape.kind === 'null' ? no.shape : no.shape.kind === 'null' ? yes.shape : DYN;
  const cel =
    no.cel === NULL ? ternary(test, yes.cel, call('dyn', NULL)) : ternary(test, call('dyn', yes.cel), no.cel);
  return {
    cel: needsDyn(yes.shape, no.shape) ? cel : ternary(test, yes.cel, no.cel),
    shape: nullable ? { ...kept, nullable } : kept,
  };
}

function compareEqual(operator: '==' | '!=', left: Typed, right: Typed): Typed {
  const [a, b] = alignNumbers(left, right);
  const cel = needsDyn(left.shape, right.shape)
    ? binary(operator, call('dyn', a), b)
    : binary(operator, a, b);
  return { cel, shape: BOOL };
}

function compareOrder(operator: string, left: Typed, right: Typed, scope: JavaScriptScope): Typed {
  const flipped = right.age !== undefined;
  const direct = (flipped ? FLIPPED.get(operator) : operator) as AgeComparison['operator'];
  const [age, limit] = flipped ? [right, left] : [left, right];
  const amount = limit.cel.kind === 'literal' ? limit.cel.value : undefined;
  if (age.age === undefined || typeof amount !== 'number' || !Number.isInteger(amount)) {
    return { cel: binary(operator as CelOperator, left.cel, right.cel), shape: BOOL };
  }
  scope.ages?.push({ operator: direct, seconds: amount * age.age.seconds });
  const duration = call('duration', literal(`${amount * age.age.amount}${age.age.suffix}`));
  return { cel: binary(direct, binary('-', named('now'), named('time')), duration), shape: BOOL };
}

function calculate(node: Node, operator: CelOperator, left: Typed, right: Typed): Typed {
  if (operator === '/') {
    // JavaScript's division is never whole.
    return { cel: binary('/', toDouble(left), toDouble(right)), shape: { kind: 'double' } };
  }
  const [a, b] = alignNumbers(left, right);
  const isDouble = left.shape.kind === 'double' || right.shape.kind === 'double';
  if (isDouble && operator === '%') throw new Untranslatable(node, 'CEL has "%" for whole numbers only');
  const kinds = [left.shape.kind, right.shape.kind];
  const shape: Shape = isDouble
    ? { kind: 'double' }
    : kinds.every((kind) => kind === 'int')
      ? INT
      : { kind: 'number' };
  return { cel: binary(operator, a, b), shape: kinds.includes('dyn') && !isDouble ? DYN : shape };
}

/** CEL does not mix ints and doubles in one operation: the one that is, or may be, an int becomes a double. */
function alignNumbers(left: Typed, right: Typed): readonly [Cel, Cel] {
  const mixes = (a: Shape, b: Shape) => a.kind === 'double' && ['int', 'number'].includes(b.kind);
  const isMixed = mixes(left.shape, right.shape) || mixes(right.shape, left.shape);
  return isMixed ? [toDouble(left), toDouble(right)] : [left.cel, right.cel];
}

function toDouble({ cel, shape }: Typed): Cel {
  if (shape.kind === 'double') return cel;
  return cel.kind === 'literal' && typeof cel.value === 'number'
    ? { ...cel, double: true }
    : call('double', cel);
}

/** Whether CEL's type check would refuse to compare the two: it knows both types, and they differ. */
function needsDyn(left: Shape, right: Shape): boolean {
  const isOpen = ({ kind, nullable }: Shape) => kind === 'dyn' || kind === 'number' || nullable === true;
  const isNumber = ({ kind }: Shape) => kind === 'int' || kind === 'double';
  if (isOpen(left) || isOpen(right) || (isNumber(left) && isNumber(right))) return false;
  return left.kind !== right.kind;
}

function sameKind(left: Shape, right: Shape): boolean {
  return left.kind === right.kind && left.kind !== 'dyn';
}

function mergeShapes(left: Shape, right: Shape): Shape {
  const nullable = left.nullable === true || right.nullable === true;
  return { ...right, ...left, ...(nullable && { nullable }) };
}
