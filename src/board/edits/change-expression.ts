import type { Json } from '../../lib/json.ts';
import { isIdentifier } from '../../model/identifier.ts';
import { changeMentions, type MentionChange } from '../../model/mentions.ts';

/** A change of the names that an expression mentions, for a part of a document; what is no text stays. */
export function changeExpression(change: MentionChange): (part: Json) => Json {
  return (part) => (typeof part === 'string' ? changeMentions(part, change) : part);
}

/** Renames `owner.from` to `owner.to`. */
export function renameFieldOf(owner: string, from: string, to: string): (part: Json) => Json {
  return changeExpression(({ head, field }) =>
    head === owner && field === from ? { head, field: to } : undefined,
  );
}

/** Renames `from`, with or without a field taken from it. */
export function renameVariable(from: string, to: string): (part: Json) => Json {
  return changeExpression(({ head, field }) => (head === from ? { head: to, field } : undefined));
}

/** The expression for a field, such as `event.courseId`, or `event["course id"]` where it must be. */
export function writeFieldOf(owner: string, field: string): string {
  return isIdentifier(field) ? `${owner}.${field}` : `${owner}[${JSON.stringify(field)}]`;
}

/** The field that an expression is nothing but the name of; undefined for any other. */
export function readFieldOf(owner: string, expression: Json | undefined): string | undefined {
  if (typeof expression !== 'string') return undefined;
  const text = expression.trim();
  if (!text.startsWith(owner)) return undefined;
  const rest = text.slice(owner.length).trim();
  const [, field] = /^\.\s*([A-Za-z_]\w*)$/.exec(rest) ?? /^\[\s*"([^"\\\n]*)"\s*\]$/.exec(rest) ?? [];
  return field;
}
