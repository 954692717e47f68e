const BREAKS = /[\s\p{Cc}]+/gu;

/** Any text as one line of Markdown that shows exactly it: no markup, no HTML, no table cell ends in it. */
export function escapeMarkdown(text: string): string {
  return onOneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`*_[\]>|~$]/g, '\\$&')
    .replace(/^([#+=-])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** Any text as a code span on one line, in a table cell too. */
export function writeCode(text: string): string {
  const line = onOneLine(text);
  if (line === '') return '*(empty)*';
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  // In a table a bar ends the cell even within code. A backslash before it keeps it in, but shows outside of tables.
  return fence + padding + line + padding + fence;
}

/** A table row; cells may hold code spans. */
function writeRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;
}

/** A table with a head, or nothing when it has no rows. */
export function writeTable(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  return [writeRow(head), writeRow(head.map(() => '---')), ...rows.map(writeRow), ''];
}

function onOneLine(text: string): string {
  return text.replaceAll(BREAKS, ' ').trim();
}
