import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json } from '../../lib/json.ts';
import { isTimestamp } from '../../lib/time-text.ts';

/** What was seen in one field, as narrow as it all fits. */
export type SeenType =
  | 'nothing'
  | 'int'
  | 'double'
  | 'bool'
  | 'timestamp'
  | 'string'
  | 'map'
  | 'dyn'
  | `list ${string}`;

/** The type of one value. */
export function typeOfValue(value: Json): SeenType {
  if (value === null) return 'nothing';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return Number.isSafeInteger(value) ? 'int' : 'double';
  if (typeof value === 'string') return isTimestamp(value) ? 'timestamp' : 'string';
  if (isJsonObject(value)) return 'map';
  const elements = value as readonly Json[];
  // An element cannot be optional, as a field can.
  if (elements.includes(null)) return 'list dyn';
  const common = elements.map(typeOfValue).reduce(widen, 'nothing');
  return common.startsWith('list') ? 'list dyn' : `list ${common}`;
}

/** The narrowest type that both fit. */
export function widen(one: SeenType, other: SeenType): SeenType {
  if (one === other || other === 'nothing') return one;
  if (one === 'nothing') return other;
  const both = new Set([one, other]);
  if (both.has('int') && both.has('double')) return 'double';
  if (both.has('timestamp') && both.has('string')) return 'string';
  if (one.startsWith('list ') && other.startsWith('list ')) {
    return `list ${widen(one.slice(5) as SeenType, other.slice(5) as SeenType)}`;
  }
  return 'dyn';
}

/** The type as a model writes it. */
export function writeType(seen: SeenType): string {
  if (seen === 'nothing') return 'dyn';
  if (seen === 'map') return 'map<string, dyn>';
  return seen.startsWith('list ') ? `list<${writeType(seen.slice(5) as SeenType)}>` : seen;
}
