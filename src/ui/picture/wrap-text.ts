/** A place where a name may go on in the next line: after blanks and hyphens, and before a capital in the middle of a word. */
const BREAKS = /(?<=[\s\-_/])|(?<=\p{Ll})(?=\p{Lu})/u;

/** The lines of a text, none wider than there is room, and no more than asked for; the last one tells when there is more. */
export function wrapText(
  text: string,
  room: number,
  mostLines: number,
  measure: (text: string) => number,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of text.replaceAll(/\s+/gu, ' ').trim().split(BREAKS).flatMap(cut)) {
    if (line === '' || measure((line + part).trimEnd()) <= room) line += part;
    else {
      lines.push(line.trimEnd());
      line = part;
    }
    if (lines.length > mostLines) break;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  if (lines.length <= mostLines) return lines;
  const kept = lines.slice(0, mostLines);
  return [...kept.slice(0, -1), shorten(`${kept.at(-1) ?? ''}…`, room, measure)];

  /** A part wider than a whole line is cut where the line ends. */
  function cut(part: string): readonly string[] {
    if (measure(part.trimEnd()) <= room) return [part];
    const pieces: string[] = [];
    let piece = '';
    for (const character of part) {
      if (piece !== '' && measure(piece + character) > room) {
        pieces.push(piece);
        piece = '';
      }
      piece += character;
      if (pieces.length > mostLines) break;
    }
    return [...pieces, piece];
  }
}

/** A text that fits, with an ellipsis in place of its end where it had to go. */
export function shorten(text: string, room: number, measure: (text: string) => number): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  if (measure(line) <= room) return line;
  const characters = [...line.slice(0, 400)];
  while (characters.length > 1 && measure(`${characters.join('')}…`) > room) characters.pop();
  return `${characters.join('').replace(/…$/, '')}…`;
}
