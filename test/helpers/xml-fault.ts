/** Reads XML strictly as far as pictures use it: what keeps it from being well-formed, or null. */
export function findXmlFault(xml: string): string | null {
  const control = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.exec(xml);
  if (control) return `a forbidden character at ${control.index}`;
  const token =
    /<\?xml [^?<>]*\?>|<(\/?)([\w:-]+)((?:\s+[\w:-]+="(?:[^<&"]|&(?:amp|lt|gt|quot|apos);)*")*)\s*(\/?)>|(?:[^<&]|&(?:amp|lt|gt|quot|apos);)+/gy;
  const open: string[] = [];
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const found = token.exec(xml);
    if (found === null) return `not well-formed at ${at}: ${xml.slice(at, at + 60)}`;
    const [, closing, name, attributes = '', empty] = found;
    if (name === undefined) continue;
    const names = [...attributes.matchAll(/([\w:-]+)="/g)].map(([, attribute]) => attribute);
    if (new Set(names).size < names.length) return `an attribute twice at ${at}`;
    if (closing === '/' && open.pop() !== name) return `a wrong end at ${at}`;
    if (closing === '' && empty === '') open.push(name);
  }
  return open.length === 0 ? null : `not closed: ${open.join(' ')}`;
}
