/** What XML 1.0 does not allow at all: most control characters, halves of characters, and two code points. */
const NOT_XML = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
]);

/** Any text as the text of an XML element or attribute. What XML cannot hold is dropped. */
export function escapeXml(text: string): string {
  return dropNonXml(text).replaceAll(/[&<>"']/g, (found) => ESCAPES.get(found) ?? '');
}

/** A text without what XML cannot hold. */
export function dropNonXml(text: string): string {
  return text.replaceAll(NOT_XML, '');
}

const ENTITY = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/g;
const NAMED: ReadonlyMap<string, string> = new Map(
  [...ESCAPES].map(([character, entity]) => [entity.slice(1, -1), character]),
);

/** The text that an escaped one stands for, in one pass, so that nothing is unescaped twice. */
export function unescapeXml(text: string): string {
  return text.replaceAll(ENTITY, (whole, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return NAMED.get(name) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
