/** The line and column (both from 1, columns in UTF-16 units) of an offset in a text. */
export function findPosition(
  text: string,
  offset: number,
): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (const lineBreak of text.matchAll(/\r\n|\n|\r/g)) {
    const next = lineBreak.index + lineBreak[0].length;
    if (next > offset) break;
    line += 1;
    start = next;
  }
  return { line, column: offset - start + 1 };
}
