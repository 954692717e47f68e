/** The JSON pointer (RFC 6901) of a path of keys; `pointer()` is `""`, the whole document. */
export function pointer(...keys: readonly (string | number)[]): string {
  return keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The keys of a JSON pointer; indexes stay texts. The inverse of `pointer`. */
export function parsePointer(text: string): string[] {
  return text
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}
