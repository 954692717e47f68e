/** Says what stands at an offset of a text that should be JSON, and what to write instead. */
export function describeUnexpected(text: string, offset: number, expected: string): string {
  const found = /^(?:[^\s,:"[\]{}]{1,30}|.|)/su.exec(text.slice(offset, offset + 60))?.[0] ?? '';
  if (offset >= text.length) return `The text ends where ${expected} should be: something was not closed.`;
  if (/^[-+]?(NaN|Infinity)$/.test(found)) {
    return `${found} is not a number in JSON: write a finite number, or null.`;
  }
  if (found.startsWith("'")) return 'JSON writes texts and keys in double quotes, not in single ones.';
  if (found.startsWith('/') || found.startsWith('#')) {
    return 'JSON has no comments: remove it, or write it as a "description".';
  }
  if (found === '}' || found === ']') {
    return `Found "${found}" where ${expected} should be: remove the comma before it, or add what is missing.`;
  }
  return `Found "${found}" where ${expected} should be.`;
}
