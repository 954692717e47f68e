import type { ASTNode } from '@marcbachmann/cel-js';
import { isNode } from './expression-parts.ts';

/** An expression with insertions, and the way back from an offset in it to one in the original. */
export interface Rewritten {
  readonly text: string;
  originalOffset(offset: number): number;
}

/**
 * "This or nothing" is how a tag is left out, but CEL wants both branches of a condition to have one type. Puts
 * `dyn(…)` around both branches wherever one of them is `null`.
 */
export function allowNullBranches(source: string, ast: ASTNode): Rewritten {
  const insertions = listInsertions(ast).sort((a, b) => a.at - b.at);
  let text = '';
  let copied = 0;
  for (const { at, word } of insertions) {
    text += source.slice(copied, at) + word;
    copied = at;
  }
  return { text: text + source.slice(copied), originalOffset: (offset) => goBack(offset, insertions) };
}

interface Insertion {
  readonly at: number;
  readonly word: string;
}

function goBack(offset: number, insertions: readonly Insertion[]): number {
  let inserted = 0;
  for (const { at, word } of insertions) {
    if (at + inserted >= offset) break;
    inserted = Math.min(inserted + word.length, offset - at);
  }
  return offset - inserted;
}

function listInsertions(node: unknown): Insertion[] {
  if (Array.isArray(node)) return node.flatMap(listInsertions);
  if (!isNode(node)) return [];
  const inner = listInsertions(node.args);
  if (node.op !== '?:') return inner;
  const branches = node.args.slice(1);
  if (!branches.some(({ op, args }) => op === 'value' && args === null)) return inner;
  return [
    ...inner,
    ...branches.flatMap(({ range }) => [
      { at: range.start, word: 'dyn(' },
      { at: range.end, word: ')' },
    ]),
  ];
}
