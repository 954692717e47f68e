import { didYouMean } from '../lib/did-you-mean.ts';
import type { Fields, FieldType } from './schema.ts';

/** A declared type: of a field, a parameter, or the elements of a list or map. */
export type FieldKind = {
  readonly optional?: boolean;
} & (
  | { readonly kind: 'string' | 'int' | 'double' | 'bool' | 'timestamp' | 'duration' | 'dyn' }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'list'; readonly element: FieldKind }
  | { readonly kind: 'map'; readonly key: FieldKind; readonly value: FieldKind }
);

const SCALARS = ['string', 'int', 'double', 'bool', 'timestamp', 'duration', 'dyn'] as const;
const KEYS = ['string', 'int', 'bool'];
/** A type within a type within a type … is a slip or an attack. */
const DEEPEST = 8;

/** What people write who know the type by another name. */
const OTHER_NAMES = new Map([
  ['text', 'string'],
  ['uuid', 'string'],
  ['integer', 'int'],
  ['long', 'int'],
  ['number', 'double'],
  ['float', 'double'],
  ['decimal', 'double'],
  ['boolean', 'bool'],
  ['date', 'timestamp'],
  ['datetime', 'timestamp'],
  ['time', 'timestamp'],
  ['array', 'list<dyn>'],
  ['list', 'list<dyn>'],
  ['map', 'map<string, dyn>'],
  ['object', 'map<string, dyn>'],
  ['any', 'dyn'],
]);

/**
 * A written type as a value, or undefined when it is none: `string`, `list<int>`, `map<string, int>`, a `?` after the
 * whole for optional, a list of strings for an enumeration.
 */
export function parseFieldType(type: FieldType): FieldKind | undefined {
  if (typeof type !== 'string') return type.length > 0 ? { kind: 'enum', values: type } : undefined;
  const text = type.trim();
  if (!text.endsWith('?')) return parseType(text, DEEPEST);
  const inner = parseType(text.slice(0, -1).trim(), DEEPEST);
  return inner && { ...inner, optional: true };
}

function parseType(text: string, depth: number): FieldKind | undefined {
  const scalar = SCALARS.find((name) => name === text);
  if (scalar) return { kind: scalar };
  const [, outer, inner = ''] = /^(list|map)\s*<(.+)>$/.exec(text) ?? [];
  if (outer === undefined || depth === 0) return undefined;
  if (outer === 'list') {
    const element = parseType(inner.trim(), depth - 1);
    return element && { kind: 'list', element };
  }
  // A key is a scalar, so the first comma ends it.
  const [keyName = '', ...rest] = inner.split(',');
  const key = KEYS.includes(keyName.trim()) ? parseType(keyName.trim(), 0) : undefined;
  const value = parseType(rest.join(',').trim(), depth - 1);
  return key && value ? { kind: 'map', key, value } : undefined;
}

/** The declared fields by name; a type that is none counts as `dyn`, and is a diagnostic of `checkModel`. */
export function readFieldTypes(fields: Fields | undefined): ReadonlyMap<string, FieldKind> {
  return new Map(
    Object.entries(fields ?? {}).map(([name, type]) => [name, parseFieldType(type) ?? { kind: 'dyn' }]),
  );
}

/** The type that was probably meant by a wrong one, or undefined. */
export function suggestFieldType(wrong: string): string | undefined {
  const [, name = '', optional = ''] = /^\s*(\w+)\s*(\??)\s*$/.exec(wrong.slice(0, 100)) ?? [];
  const meant = OTHER_NAMES.get(name.toLowerCase()) ?? didYouMean(name, [...SCALARS, ...OTHER_NAMES.keys()]);
  return meant && `${OTHER_NAMES.get(meant) ?? meant}${optional}`;
}
