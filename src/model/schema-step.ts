import type * as z from 'zod/mini';

type Schema = z.core.$ZodType;

/** The schema without the optional around it. */
export function unwrap(schema: Schema): z.core.$ZodTypes {
  const known = schema as z.core.$ZodTypes;
  return known._zod.def.type === 'optional' ? unwrap(known._zod.def.innerType) : known;
}

/** The schemas a value may follow: the options of a union, or the schema alone. */
export function listOptions(schema: Schema): readonly z.core.$ZodTypes[] {
  const known = unwrap(schema);
  return known._zod.def.type === 'union' ? known._zod.def.options.flatMap(listOptions) : [known];
}

/** The properties of an object schema (of all options of a union) by name, in the schema's order. */
export function listProperties(schema: Schema): ReadonlyMap<string, Schema> {
  const properties = new Map<string, Schema>();
  for (const { _zod } of listOptions(schema)) {
    const shape = _zod.def.type === 'object' ? Object.entries(_zod.def.shape) : [];
    for (const [name, property] of shape) {
      const isRuledOut = unwrap(property)._zod.def.type === 'never';
      if (!isRuledOut && !properties.has(name)) properties.set(name, property);
    }
  }
  return properties;
}

/** The schema of what is under a key or index, or undefined where the format says nothing about it. */
export function stepInto(schema: Schema, key: string | number): Schema | undefined {
  for (const { _zod } of listOptions(schema)) {
    if (_zod.def.type === 'record' && typeof key === 'string') return _zod.def.valueType;
    if (_zod.def.type === 'array' && typeof key === 'number') return _zod.def.element;
  }
  return typeof key === 'string' ? listProperties(schema).get(key) : undefined;
}
