import type { Json } from '../../../lib/json.ts';
import { isDuration, isTimestamp } from '../../../lib/time-text.ts';
import type { FieldKind } from '../../../model/field-type.ts';
import { fitsType } from '../../../model/fits-type.ts';
import { sayJson } from '../say-json.ts';

/** A typed value; undefined means that nothing stands there. Or why the text is none, in a sentence. */
export type ReadValue = { readonly value: Json | undefined } | { readonly refused: string };

/** What somebody typed as a value of a field's type. */
export function readValue(text: string, type: FieldKind): ReadValue {
  if (type.kind === 'string') return { value: text === '' && type.optional ? undefined : text };
  const trimmed = text.trim();
  if (trimmed === '') return { value: undefined };
  switch (type.kind) {
    case 'int':
      return Number.isSafeInteger(Number(trimmed))
        ? { value: Number(trimmed) }
        : { refused: 'A whole number, such as 3.' };
    case 'double':
      return Number.isFinite(Number(trimmed))
        ? { value: Number(trimmed) }
        : { refused: 'A number, such as 2.5.' };
    case 'timestamp':
      return readTimestamp(trimmed);
    case 'duration':
      return isDuration(trimmed) ? { value: trimmed } : { refused: 'Such as 10m or 1h30m.' };
    case 'bool':
    case 'enum':
    case 'list':
    case 'map':
    case 'dyn':
      return readJson(trimmed, type);
  }
}

/** A value as it stands in its field: texts as they are, everything else as JSON. */
export function sayValue(value: Json | undefined, type: FieldKind): string {
  if (value === undefined) return '';
  const isText = type.kind === 'string' || type.kind === 'timestamp' || type.kind === 'duration';
  return isText && typeof value === 'string' ? value : sayJson(value);
}

/** What an empty field shows. */
export function sayPlaceholder(type: FieldKind): string {
  if (type.optional) return 'may be missing';
  const words = {
    string: 'text',
    int: 'whole number',
    double: 'number',
    bool: '',
    timestamp: '2000-01-01T00:00:00Z',
    duration: '10m',
    enum: '',
    list: '[]',
    map: '{}',
    dyn: 'JSON',
  };
  return words[type.kind];
}

function readTimestamp(text: string): ReadValue {
  const full = /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text;
  return isTimestamp(full) ? { value: full } : { refused: 'Such as 2000-01-31 or 2000-01-31T09:00:00Z.' };
}

function readJson(text: string, type: FieldKind): ReadValue {
  try {
    const value = JSON.parse(text) as Json;
    if (fitsType(value, type)) return { value };
    return { refused: type.kind === 'list' ? 'A list, such as ["a", "b"].' : 'It does not fit the type.' };
  } catch {
    return { refused: 'Not JSON yet: texts stand in double quotes.' };
  }
}
