import type { Json } from '../../../lib/json.ts';
import { type FieldKind, parseFieldType } from '../../../model/field-type.ts';
import type { FieldType } from '../../../model/schema.ts';

/** The types in the order of the menu; `choice` is a list of the only texts allowed. */
export const TYPE_NAMES = [
  'string',
  'int',
  'double',
  'bool',
  'timestamp',
  'duration',
  'list',
  'map',
  'choice',
  'dyn',
] as const;
export type TypeName = (typeof TYPE_NAMES)[number];

/** What each type is, for people who do not know its name. */
export const TYPE_LABELS: Readonly<Record<TypeName, string>> = {
  string: 'string',
  int: 'int',
  double: 'double',
  bool: 'bool',
  timestamp: 'timestamp',
  duration: 'duration',
  list: 'list of …',
  map: 'map of …',
  choice: 'choice of …',
  dyn: 'anything',
};

/** A field's type as the menu shows it. */
export interface TypeChoice {
  readonly name: TypeName;
  readonly isOptional: boolean;
  /** What a list or map holds, as it is written. */
  readonly of: string;
  /** What a map is looked up by. */
  readonly key: string;
  /** The texts of a choice. */
  readonly values: readonly string[];
}

const PLAIN = { isOptional: false, of: 'string', key: 'string', values: [] } as const;

/** The choice behind a written type; null where the document has something that is no type. */
export function readTypeChoice(type: Json | undefined): TypeChoice | null {
  const written = readFieldType(type);
  const kind = written === undefined ? undefined : parseFieldType(written);
  if (kind === undefined) return null;
  const isOptional = kind.optional === true;
  if (kind.kind === 'enum') return { ...PLAIN, name: 'choice', values: kind.values };
  if (kind.kind === 'list') return { ...PLAIN, name: 'list', isOptional, of: sayType(kind.element) };
  if (kind.kind === 'map') {
    return { ...PLAIN, name: 'map', isOptional, key: sayType(kind.key), of: sayType(kind.value) };
  }
  return { ...PLAIN, name: kind.kind, isOptional };
}

/** The written type of a choice. */
export function writeTypeChoice({ name, isOptional, of, key, values }: TypeChoice): FieldType {
  if (name === 'choice') return values.length > 0 ? values : ['one', 'other'];
  const mark = isOptional ? '?' : '';
  if (name === 'list') return `list<${of}>${mark}`;
  return name === 'map' ? `map<${key}, ${of}>${mark}` : `${name}${mark}`;
}

/** A type in one line: `list<int>`, `open | locked`. */
export function sayType(type: FieldKind): string {
  if (type.kind === 'enum') return type.values.join(' | ');
  if (type.kind === 'list') return `list<${sayType(type.element)}>`;
  return type.kind === 'map' ? `map<${sayType(type.key)}, ${sayType(type.value)}>` : type.kind;
}

/** A type as the document has it, whatever that means; undefined when it is neither a text nor texts. */
function readFieldType(type: Json | undefined): FieldType | undefined {
  if (typeof type === 'string') return type;
  return Array.isArray(type) && type.every((value) => typeof value === 'string') ? type : undefined;
}
