import { isIdentifier } from '../../model/identifier.ts';

/** The field that an expression is, and nothing else; undefined when it is anything else. */
export function readField(expression: string): string | undefined {
  const text = expression.trim();
  const [, plain] = /^event\s*\.\s*([A-Za-z_]\w*)$/.exec(text) ?? [];
  if (plain !== undefined) return isIdentifier(plain) ? plain : undefined;
  const [, quoted] = /^event\s*\[\s*(".*")\s*\]$/.exec(text) ?? [];
  return quoted === undefined ? undefined : readText(quoted);
}

/** A text as CEL writes it. */
export function writeText(text: string): string {
  return JSON.stringify(text);
}

/** The text that an expression is, and nothing else; undefined when it is anything else. */
export function readText(expression: string): string | undefined {
  const text = expression.trim();
  if (/^'[^'\\\n]*'$/.test(text)) return text.slice(1, -1);
  if (!/^"(?:[^"\\\n]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"$/.test(text)) return undefined;
  try {
    return String(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Whether an expression is the wanted one, whose parts stand one space apart; white space does not count. */
export function isPlainly(expression: string, wanted: string): boolean {
  const parts = wanted.split(' ').map((part) => part.replace(/[^\w]/g, '\\$&'));
  return new RegExp(`^\\s*${parts.join('\\s*')}\\s*$`).test(expression);
}
