import { binary, type Cel, literal, not } from './cel.ts';

const OPPOSITES = new Map([
  ['==', '!='],
  ['!=', '=='],
  ['<', '>='],
  ['>=', '<'],
  ['>', '<='],
  ['<=', '>'],
] as const);

/** The opposite of a condition, written as a person would: a comparison turned round, `!x` without its `!`, otherwise `!(…)`. */
export function negateCel(cel: Cel): Cel {
  if (cel.kind === 'unary' && cel.operator === '!') return cel.operand;
  if (cel.kind === 'literal' && typeof cel.value === 'boolean') return literal(!cel.value);
  if (cel.kind !== 'binary') return not(cel);
  for (const [operator, opposite] of OPPOSITES) {
    if (cel.operator === operator) return binary(opposite, cel.left, cel.right);
  }
  if (cel.operator !== '&&' && cel.operator !== '||') return not(cel);
  // "Not (a and b)" is "not a or not b"; worth it only where no new "not" comes of it.
  const [left, right] = [negateCel(cel.left), negateCel(cel.right)];
  if (isNegation(left) || isNegation(right)) return not(cel);
  return binary(cel.operator === '&&' ? '||' : '&&', left, right);
}

function isNegation(cel: Cel): boolean {
  return cel.kind === 'unary' && cel.operator === '!';
}
