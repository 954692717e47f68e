import type { Json } from '../lib/json.ts';
import type { FieldKind } from './field-type.ts';

/** An instance of a concept, numbered from 1, as the value of a key field of a type. */
export function nameInstance(kind: FieldKind, concept: string, number: number): Json {
  if (kind.kind === 'int' || kind.kind === 'double') return number;
  if (kind.kind === 'bool') return number % 2 === 0;
  if (kind.kind === 'enum') return kind.values[(number - 1) % Math.max(1, kind.values.length)] ?? '';
  // Years differ in every part of a time that a tag can be made of.
  if (kind.kind === 'timestamp') return `${2000 + number}-01-01T00:00:00Z`;
  if (kind.kind === 'duration') return `${number}h`;
  if (kind.kind === 'list') return [nameInstance(kind.element, concept, number)];
  return `${concept}${number}`;
}
