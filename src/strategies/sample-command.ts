import type { CompiledCommand } from '../decision/compiled-model.ts';
import { type FoldState, startFold, type View } from '../decision/decide.ts';
import type { PreparedCommand } from '../decision/prepare.ts';
import type { Json, JsonObject } from '../lib/json.ts';
import type { FieldKind } from '../model/field-type.ts';
import { nameInstance } from '../model/name-instance.ts';

/** Which value stands for which name, as text. */
export type SampleNames = ReadonlyMap<string, string>;

/**
 * Data for a command with another value in each of its fields, and which field each value stands for. `first` numbers
 * the values: samples with numbers far apart share none.
 */
export function sampleData(
  command: CompiledCommand,
  first: number,
): { readonly data: JsonObject; readonly names: SampleNames } {
  const names = new Map<string, string>();
  const data = Object.fromEntries(
    [...command.fields].map(([field, kind], index): [string, Json] => {
      const value = sampleValue(command, field, kind, first + index);
      for (const text of textsOf(value)) names.set(text, `{${field}}`);
      return [field, value];
    }),
  );
  return { data, names };
}

function sampleValue(command: CompiledCommand, field: string, kind: FieldKind, number: number): Json {
  if (kind.kind === 'map') return {};
  if (kind.kind !== 'list') return nameInstance(kind, field, number);
  const parts = listElementParts(command, field);
  if (parts.length === 0 || (kind.element.kind !== 'map' && kind.element.kind !== 'dyn'))
    return [nameInstance(kind.element, field, number)];
  const value = kind.element.kind === 'map' ? kind.element.value : ({ kind: 'dyn' } as const);
  return [Object.fromEntries(parts.map((part) => [part, nameInstance(value, part, number)]))];
}

/** What the checks of each element of a list look for in it. */
function listElementParts({ checks }: CompiledCommand, field: string): readonly string[] {
  return checks.flatMap(({ each, bindings }) => {
    if (!each?.list.parts.paths.includes(`command.${field}`)) return [];
    const paths = [...bindings.values()].flatMap(({ parts }) => parts.paths);
    return paths.flatMap((path) => (path.startsWith(`${each.as}.`) ? [path.slice(each.as.length + 1)] : []));
  });
}

/** Values of a command's projections, another one for each that is a text or a number, and which projection each stands for. */
export function sampleView(
  { projections }: PreparedCommand,
  first: number,
): { readonly view: View; readonly names: SampleNames } {
  const names = new Map<string, string>();
  const view = projections.map((instance, index): FoldState => {
    const { constraint, projection } = instance;
    const value = sampleLike(projection.initial, projection.name, first + index);
    if (value === undefined) return startFold(instance);
    names.set(String(value), `{${constraint.name}.${projection.name}}`);
    return { value };
  });
  return { view, names };
}

function sampleLike(initial: unknown, name: string, number: number): string | bigint | undefined {
  if (typeof initial === 'string') return `${name}${number}`;
  return typeof initial === 'bigint' ? BigInt(number) : undefined;
}

function textsOf(value: Json): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsOf);
  return [String(value)];
}

/** A text with the sample values in it, as whole words, replaced by the names they stand for. */
export function nameSamples(text: string, names: SampleNames): string {
  return [...names].reduce(
    (named, [value, name]) =>
      named.replace(new RegExp(`(?<![\\w{])${escapePattern(value)}(?![\\w}])`, 'g'), () => name),
    text,
  );
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
