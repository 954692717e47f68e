const LONGEST_LABEL = 120;

/** Any text as a label of a Mermaid diagram: everything but letters, digits and blanks by its number, so that nothing in it means anything to Mermaid or Markdown. */
export function escapeLabel(text: string): string {
  return encode(text, /[^\p{L}\p{N} …]/gu);
}

/** The same for the line of a sequence diagram, in which some marks that are common in sentences mean nothing. */
export function escapeLine(text: string): string {
  return encode(text, /[^\p{L}\p{N} …,.()='’“”/!?-]/gu);
}

function encode(text: string, special: RegExp): string {
  const line = text.replaceAll(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim();
  const label =
    line.length > LONGEST_LABEL ? `${line.slice(0, LONGEST_LABEL).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
  return label === '' ? '?' : label.replaceAll(special, (character) => `#${character.codePointAt(0)};`);
}
