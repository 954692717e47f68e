import { FINDING_KEYS, FINDINGS, type FindingKey } from '../../exploration/findings.ts';
import type { Layout } from './layout.ts';
import { layTable } from './table.ts';
import { wrapText } from './wrap-text.ts';

/** How many columns the marks and names take, with the gaps after them. */
const NAMES = 3 + Math.max(...Object.values(FINDINGS).map(({ name }) => name.length)) + 2;

/** What the marks mean that occur in a report, and then some words it uses, a paragraph each. */
export function drawLegend(
  used: ReadonlySet<FindingKey>,
  words: readonly string[],
  { columns, paint }: Layout,
): readonly string[] {
  const marks = FINDING_KEYS.filter((key) => used.has(key)).map((key) => {
    const { mark, color, name, meaning } = FINDINGS[key];
    const lines = wrapText(meaning, columns - NAMES);
    return [paint[color](mark), name, lines.map((line) => paint.dim(line)).join('\n')];
  });
  const paragraphs = words.flatMap((text) => wrapText(text, columns)).map((line) => paint.dim(line));
  return [...layTable(marks, { indent: 0 }), '', ...paragraphs];
}
