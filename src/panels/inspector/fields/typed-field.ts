import { parseFieldType, suggestFieldType } from '../../../model/field-type.ts';
import { isIdentifier } from '../../../model/identifier.ts';
import type { FieldType } from '../../../model/schema.ts';

export interface NewField {
  readonly name: string;
  readonly type: FieldType;
}

/** A text such as "price: int, paid at" as fields; or why it is none, in a sentence. */
export function readTypedFields(
  text: string,
  taken: ReadonlySet<string>,
): { readonly fields: readonly NewField[] } | { readonly refused: string } {
  const fields: NewField[] = [];
  const names = new Set(taken);
  for (const part of splitParts(text)) {
    const [, rawName = '', , rawType = ''] = /^([^:]*)(:(.*))?$/s.exec(part) ?? [];
    const refused = judgeFieldName(toFieldName(rawName), names);
    if (refused !== null) return { refused };
    const type = readType(rawType.trim(), toFieldName(rawName));
    if (type === undefined) {
      return { refused: `“${rawType.trim()}” is no type. Try string, int, double, bool or timestamp.` };
    }
    names.add(toFieldName(rawName));
    fields.push({ name: toFieldName(rawName), type });
  }
  return fields.length > 0 ? { fields } : { refused: 'Type a name first.' };
}

/** Why a field cannot be called that, in a sentence; null when it can. */
export function judgeFieldName(name: string, taken: ReadonlySet<string>): string | null {
  if (name === '') return 'A field needs a name.';
  if (taken.has(name)) return `There is a field “${name}” already.`;
  if (!isIdentifier(name)) return 'Letters, digits and _ only, beginning with a letter.';
  return null;
}

/** A field's name out of what somebody typed: "course id" becomes `courseId`. */
export function toFieldName(text: string): string {
  const [first = '', ...rest] = text.trim().split(/[\s-]+/);
  if (rest.length === 0) return first;
  const start = first.charAt(0).toLowerCase() + first.slice(1);
  return start + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

/** The type a field of this name most likely has. */
export function guessFieldType(name: string): string {
  if (/^(is|has|was|can)[A-Z]/.test(name)) return 'bool';
  if (/(At|Date|Time|Until|Since)$|^(date|time|when)$/.test(name)) return 'timestamp';
  const counted =
    /^(?:.*(?:Count|Capacity|Limit|Number|Quantity|Amount|Seats|Total|Price|Age)|(?:count|capacity|limit|number|quantity|amount|seats|total|price|age))$/;
  return counted.test(name) ? 'int' : 'string';
}

function readType(text: string, name: string): FieldType | undefined {
  if (text === '') return guessFieldType(name);
  if (text.includes('|')) {
    const values = text.split('|').map((value) => value.trim());
    return values.every((value) => value !== '') ? values : undefined;
  }
  return parseFieldType(text) ? text : suggestFieldType(text);
}

/** Splits at commas and line breaks, but not inside `map<string, int>`. */
function splitParts(text: string): readonly string[] {
  const parts = text.split(/\n|,(?![^<]*>)/);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
