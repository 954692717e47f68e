/** The operators of CEL that the import writes. */
export type CelOperator =
  | '||'
  | '&&'
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | 'in'
  | '+'
  | '-'
  | '*'
  | '/'
  | '%';

/** A CEL expression as a tree; `printCel` writes it. */
export type Cel =
  | { readonly kind: 'literal'; readonly value: null | boolean | string | number; readonly double?: boolean }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'member'; readonly object: Cel; readonly property: string }
  | { readonly kind: 'index'; readonly object: Cel; readonly index: Cel }
  | { readonly kind: 'call'; readonly name: string; readonly target?: Cel; readonly args: readonly Cel[] }
  | { readonly kind: 'unary'; readonly operator: '!' | '-'; readonly operand: Cel }
  | { readonly kind: 'binary'; readonly operator: CelOperator; readonly left: Cel; readonly right: Cel }
  | { readonly kind: 'ternary'; readonly test: Cel; readonly yes: Cel; readonly no: Cel }
  | { readonly kind: 'list'; readonly items: readonly Cel[] }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [string, Cel])[] };

export const NULL: Cel = { kind: 'literal', value: null };

export function literal(value: null | boolean | string | number): Cel {
  return { kind: 'literal', value };
}

export function named(name: string): Cel {
  return { kind: 'name', name };
}

export function binary(operator: CelOperator, left: Cel, right: Cel): Cel {
  return { kind: 'binary', operator, left, right };
}

export function call(name: string, ...args: readonly Cel[]): Cel {
  return { kind: 'call', name, args };
}

export function not(operand: Cel): Cel {
  return { kind: 'unary', operator: '!', operand };
}

export function ternary(test: Cel, yes: Cel, no: Cel): Cel {
  return { kind: 'ternary', test, yes, no };
}

/** All of the conditions, or any of them, in one expression; there must be at least one. */
export function join(operator: '&&' | '||', conditions: readonly Cel[]): Cel {
  return conditions.reduce((left, right) => binary(operator, left, right));
}
