import type { ConstraintDefinition, ProjectionDefinition } from '../../model/schema.ts';

/** The only projection of a constraint with its name; null when there are none or more. */
export function readOnly(
  definition: ConstraintDefinition,
): { readonly name: string; readonly projection: ProjectionDefinition } | null {
  const [first, ...rest] = Object.entries(definition.projections ?? {});
  return first === undefined || rest.length > 0 ? null : { name: first[0], projection: first[1] };
}

/** Sorts the events of a projection by what they do to its value; null when one does something else. */
export function sortEvents<Kind extends string>(
  { on = {} }: ProjectionDefinition,
  judge: (expression: string) => Kind | undefined,
): Readonly<Partial<Record<Kind, readonly string[]>>> | null {
  const sorted: Partial<Record<Kind, readonly string[]>> = {};
  for (const [event, expression] of Object.entries(on)) {
    const kind = judge(expression);
    if (kind === undefined) return null;
    sorted[kind] = [...(sorted[kind] ?? []), event];
  }
  return sorted;
}

/** One expression for each of these events. */
export function onEach(
  events: readonly string[],
  expression: string,
): readonly (readonly [string, string])[] {
  return events.map((event) => [event, expression] as const);
}
