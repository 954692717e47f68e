import { type Expression, type Node, parseExpressionAt } from 'acorn';

const LONGEST = 4000;

/** JavaScript that has no counterpart in CEL here; caught where a whole expression is translated. */
export class Untranslatable extends Error {
  readonly start: number;
  readonly end: number;
  constructor(node: Pick<Node, 'start' | 'end'>, reason: string) {
    super(reason);
    // The parser saw one parenthesis more than the author wrote.
    this.start = Math.max(0, node.start - 1);
    this.end = Math.max(0, node.end - 1);
  }
}

/** The syntax tree of one JavaScript expression, which is only ever read. Throws `Untranslatable` when it is none, or too long. */
export function parseJavaScript(source: string): Expression {
  if (source.length > LONGEST)
    throw new Untranslatable({ start: 0, end: 0 }, `it is longer than ${LONGEST} characters`);
  // In parentheses an object literal is not a block, and a comment at the end cannot hide what follows.
  const wrapped = `(${source}\n)`;
  const whole = { start: 1, end: source.length + 1 };
  let node: Expression;
  try {
    node = parseExpressionAt(wrapped, 0, { ecmaVersion: 2022, preserveParens: true });
  } catch (error) {
    const { message } = error as Error;
    const isDeep = !(error instanceof SyntaxError) || message.startsWith('Not enough stack space');
    throw new Untranslatable(whole, isDeep ? 'it is nested too deeply' : 'it is no JavaScript expression');
  }
  if (node.type !== 'ParenthesizedExpression' || node.end !== wrapped.length) {
    throw new Untranslatable(whole, 'it is not one JavaScript expression');
  }
  return node;
}

/** The names that an expression looks up on a path: for `state`, `b` in `state.b.c`; none when it is no JavaScript. */
export function membersUsed(source: string, ...path: readonly string[]): readonly string[] {
  const found = new Set<string>();
  try {
    const pending: unknown[] = [parseJavaScript(source)];
    while (pending.length > 0) {
      const node = pending.pop();
      if (Array.isArray(node)) pending.push(...node);
      else if (isNode(node)) {
        const object = node['object'];
        const name = isNode(object) && isPath(object, path) ? keyOf(node) : undefined;
        if (name !== undefined) found.add(name);
        pending.push(...Object.values(node).reverse());
      }
    }
  } catch (error) {
    if (!(error instanceof Untranslatable)) throw error;
  }
  return [...found];
}

type AnyNode = Node & { readonly [key: string]: unknown };

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

function keyOf(node: AnyNode): string | undefined {
  const property = node['property'];
  if (!isNode(property)) return undefined;
  const key = node['computed'] ? property['value'] : property['name'];
  return typeof key === 'string' ? key : undefined;
}

function isPath(node: AnyNode, path: readonly string[]): boolean {
  if (path.length === 1) return node.type === 'Identifier' && node['name'] === path[0];
  const object = node['object'];
  return keyOf(node) === path.at(-1) && isNode(object) && isPath(object, path.slice(0, -1));
}
