import type { ASTNode } from '@marcbachmann/cel-js';

/** What an expression mentions: names, with a first field where there is one (`command.courseId`, `taken`), and constants. */
export interface ExpressionParts {
  readonly paths: readonly string[];
  /** Those whose value the result can hold as it is: not what is only compared, calculated with, or tested. */
  readonly carried: readonly string[];
  readonly numbers: readonly number[];
  readonly strings: readonly string[];
}

export const NO_PARTS: ExpressionParts = { paths: [], carried: [], numbers: [], strings: [] };

/** Collects what a parsed expression mentions, each thing once. */
export function collectParts(ast: ASTNode): ExpressionParts {
  const paths = new Set<string>();
  const numbers = new Set<number>();
  const strings = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (!isNode(node)) return;
    const path = pathOf(node);
    if (path !== null) paths.add(path);
    else if (node.op === 'value') addConstant(node.args, numbers, strings);
    else visit(node.args);
  };
  visit(ast);
  return {
    paths: [...paths],
    carried: [...new Set(listCarried(ast))],
    numbers: [...numbers],
    strings: [...strings],
  };
}

/** Operators whose result holds an operand, or a text put together from both. */
const CARRYING = new Set(['+', '[]', 'list', 'map', 'call', 'rcall', '.']);

function listCarried(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(listCarried);
  if (!isNode(node)) return [];
  const path = pathOf(node);
  if (path !== null) return [path];
  if (node.op === '?:') return node.args.slice(1).flatMap(listCarried);
  return CARRYING.has(node.op) ? listCarried(node.args) : [];
}

/** Whether a value inside the syntax tree is a node of it. */
export function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}

/** `name` or `name.field`; deeper fields count as their first one. */
function pathOf(node: ASTNode): string | null {
  if (node.op === 'id') return node.args;
  if (node.op !== '.') return null;
  const [owner, field] = node.args;
  if (owner.op === 'id') return `${owner.args}.${field}`;
  return owner.op === '.' ? pathOf(owner) : null;
}

function addConstant(value: unknown, numbers: Set<number>, strings: Set<string>): void {
  if (typeof value === 'bigint' || typeof value === 'number') numbers.add(Number(value));
  if (typeof value === 'string') strings.add(value);
}
