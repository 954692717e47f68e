import type {
  CompiledCheck,
  CompiledCommand,
  CompiledEmit,
  CompiledTag,
} from '../../decision/compiled-model.ts';

/** The key fields of a command, each with the concepts whose tags its value flows into (M1). */
export type KeyFields = ReadonlyMap<string, ReadonlySet<string>>;

/** Finds the fields whose values flow into a tag filter of a command's checks or a tag of its events, through `with`, `each`, `data` and their defaults (M1). */
export function findKeyFields(command: CompiledCommand): KeyFields {
  const keys = new Map<string, Set<string>>();
  const add = (fields: readonly string[], concept: string) => {
    for (const field of fields) {
      if (!command.fields.has(field)) continue;
      const concepts = keys.get(field) ?? new Set();
      keys.set(field, concepts.add(concept));
    }
  };
  for (const check of command.checks) {
    for (const { tags } of check.constraint.projections) {
      for (const tag of tags) add(fieldsOfFilter(check, tag), tag.concept);
    }
  }
  for (const emit of command.emits) {
    for (const tag of emit.event.tags) add(fieldsOfTag(emit, tag), tag.concept);
  }
  return keys;
}

/** The command's fields behind a filter: parameter, then its binding, then the list of an `each`. */
function fieldsOfFilter(check: CompiledCheck, { value }: CompiledTag): string[] {
  return value.parts.carried.flatMap((path) => {
    const [parameter = ''] = path.split('.');
    const binding = check.bindings.get(parameter);
    if (binding === undefined) return [parameter];
    return binding.parts.carried.flatMap((inner) => {
      const isElement = check.each !== null && inner.split('.')[0] === check.each.as;
      return isElement ? commandFields(check.each?.list.parts.carried ?? []) : commandFields([inner]);
    });
  });
}

/** The command's fields behind an event's tag: the event's field, then the expression that fills it. */
function fieldsOfTag(emit: CompiledEmit, { value }: CompiledTag): string[] {
  return value.parts.carried.flatMap((path) => {
    const [root, field] = path.split('.');
    if (root !== 'event' || field === undefined) return [];
    const data = emit.data.get(field);
    return data === undefined ? [field] : commandFields(data.parts.carried);
  });
}

function commandFields(paths: readonly string[]): string[] {
  return paths.flatMap((path) => (path.startsWith('command.') ? [path.slice('command.'.length)] : []));
}
