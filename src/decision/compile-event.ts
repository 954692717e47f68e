import { readFieldTypes } from '../model/field-type.ts';
import { pointer } from '../model/pointer.ts';
import type { EventDefinition } from '../model/schema.ts';
import type { CompiledEvent, CompiledTag, FieldTypes } from './compiled-model.ts';
import type { ExpressionCompiler } from './expression-compiler.ts';
import { celTypeOf, ScopeTypes } from './scope-types.ts';

const TAG_TYPES = ['string', 'int', 'double', 'bool', 'null', 'list'];

/** An event definition with its tag expressions compiled; they see `event`. */
export function compileEvent(
  compiler: ExpressionCompiler,
  name: string,
  definition: EventDefinition,
): CompiledEvent {
  const fields = readFieldTypes(definition.fields);
  const scope = new ScopeTypes([['event', celTypesOf(fields)]]);
  const tags = compileTags(compiler, definition.tags, pointer('events', name, 'tags'), scope, TAG_TYPES);
  return { name, fields, tags };
}

/** Tag expressions in the order they are written, each giving one of the wanted types. */
export function compileTags(
  compiler: ExpressionCompiler,
  tags: { readonly [concept: string]: string } | undefined,
  at: string,
  scope: ScopeTypes,
  wanted: readonly string[],
): CompiledTag[] {
  return Object.entries(tags ?? {}).map(([concept, source]) => ({
    concept,
    value: compiler.compileTo(wanted, source, at + pointer(concept), scope),
  }));
}

/** The CEL types of declared fields, for the static check. */
export function celTypesOf(fields: FieldTypes): ReadonlyMap<string, string> {
  return new Map([...fields].map(([field, type]) => [field, celTypeOf(type)]));
}

/** The fields of one known event type; of several, or of an unknown one, nothing is claimed. */
export function eventTypeOf(
  types: readonly string[],
  events: ReadonlyMap<string, CompiledEvent>,
): string | ReadonlyMap<string, string> {
  const [only] = types;
  const fields = types.length === 1 && only !== undefined ? events.get(only)?.fields : undefined;
  return fields && fields.size > 0 ? celTypesOf(fields) : 'dyn';
}
