/** The escape codes that the `paint` of this program writes. */
const OWN_COLOURS = String.raw`\u001b\[(?:0|1|2|4|22|24|3[1-6]|39|90)m`;
const UNSAFE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/**
 * Output that cannot steer a terminal: a model is somebody else's text. Control characters and those that turn the
 * direction of writing become `\u001b` and the like; line breaks stay, and so do this program's colours where there are any.
 */
export function makeSafe(text: string, colors: boolean): string {
  if (!UNSAFE.test(text)) return text;
  const kept = colors ? new RegExp(`(${OWN_COLOURS}|\n)`) : /(\n)/;
  // Split by what is kept: it stands at the odd places.
  return text
    .split(kept)
    .map((part, index) => (index % 2 === 1 ? part : escapeControls(part)))
    .join('');
}

function escapeControls(text: string): string {
  return text.replaceAll(new RegExp(UNSAFE, 'gu'), (character) => {
    return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  });
}
