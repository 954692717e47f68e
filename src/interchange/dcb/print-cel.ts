import type { Cel, CelOperator } from './cel.ts';

const PRECEDENCE: Readonly<Record<CelOperator, number>> = {
  '||': 2,
  '&&': 3,
  '==': 4,
  '!=': 4,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  in: 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
};
const TERNARY = 1;
const RELATION = 4;
const UNARY = 7;
const POSTFIX = 8;

// Words that CEL takes for something else than the name of a field.
const RESERVED = new Set(
  'as break const continue else false for function if import in let loop null package namespace return true var void while'.split(
    ' ',
  ),
);

/** Whether CEL takes a text as a name. */
export function isCelName(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(text) && !RESERVED.has(text);
}

/** A CEL expression as text, with the parentheses it needs and no others. */
export function printCel(cel: Cel): string {
  switch (cel.kind) {
    case 'literal':
      return printLiteral(cel.value, cel.double === true);
    case 'name':
      return cel.name;
    case 'member':
      return isCelName(cel.property)
        ? `${print(cel.object, POSTFIX)}.${cel.property}`
        : `${print(cel.object, POSTFIX)}[${JSON.stringify(cel.property)}]`;
    case 'index':
      return `${print(cel.object, POSTFIX)}[${printCel(cel.index)}]`;
    case 'call':
      return `${cel.target ? `${print(cel.target, POSTFIX)}.` : ''}${cel.name}(${cel.args.map(printCel).join(', ')})`;
    case 'unary':
      return `${cel.operator}${print(cel.operand, cel.operand.kind === 'unary' ? UNARY + 1 : UNARY)}`;
    case 'binary':
      return printBinary(cel.operator, cel.left, cel.right);
    case 'ternary':
      return `${print(cel.test, TERNARY + 1)} ? ${print(cel.yes, TERNARY + 1)} : ${printCel(cel.no)}`;
    case 'list':
      return `[${cel.items.map(printCel).join(', ')}]`;
    case 'map':
      return `{${cel.entries.map(([key, value]) => `${JSON.stringify(key)}: ${printCel(value)}`).join(', ')}}`;
  }
}

function printBinary(operator: CelOperator, left: Cel, right: Cel): string {
  const own = PRECEDENCE[operator];
  // Relations are not chained (a < b == c confuses readers), and && and || need no parentheses on either side.
  const least = own === RELATION ? own + 1 : own;
  const rightLeast = own < RELATION ? own : own + 1;
  return `${print(left, least)} ${operator} ${print(right, rightLeast)}`;
}

function print(cel: Cel, least: number): string {
  const text = printCel(cel);
  return precedenceOf(cel) < least ? `(${text})` : text;
}

function precedenceOf(cel: Cel): number {
  if (cel.kind === 'ternary') return TERNARY;
  if (cel.kind === 'binary') return PRECEDENCE[cel.operator];
  if (cel.kind === 'unary') return UNARY;
  if (cel.kind === 'literal' && typeof cel.value === 'number' && cel.value < 0) return UNARY;
  return POSTFIX;
}

function printLiteral(value: null | boolean | string | number, double: boolean): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'number') return String(value);
  const text = String(value);
  return double && /^-?\d+$/.test(text) ? `${text}.0` : text;
}
