import type { CompiledCommand, FieldTypes } from '../../decision/compiled-model.ts';
import type { Expression } from '../../decision/expression.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import { product } from '../../lib/product.ts';
import type { FieldKind } from '../../model/field-type.ts';

/** The small values that a search tries for fields that name no instance (M2). */
export interface SmallValues {
  readonly numbers: readonly number[];
  /** The constants the numbers lie around. */
  readonly constants: readonly number[];
  readonly strings: readonly string[];
}

const MOST_NUMBERS = 8;
const MOST_STRINGS = 4;
const MOST_COMBINATIONS = 64;

/** Whole numbers around the constants that the expressions of the given commands mention, and two strings besides the mentioned ones (M2). */
export function collectValues(commands: readonly CompiledCommand[]): SmallValues {
  const expressions = commands.flatMap(expressionsOf);
  const constants = expressions.flatMap(({ parts }) => parts.numbers).filter(Number.isSafeInteger);
  const initials = commands.flatMap(initialNumbers);
  const around = [0, ...constants, ...initials];
  return { numbers: numbersAround(around), constants: around, strings: stringsBeside(expressions) };
}

/** From one below to two above each constant; negative ones only where the model mentions such. */
function numbersAround(constants: readonly number[]): readonly number[] {
  const lowest = Math.min(...constants);
  const around = constants.flatMap((constant) => [-1, 0, 1, 2].map((distance) => constant + distance));
  const sorted = [...new Set(around)].filter((number) => number >= Math.min(0, lowest)).sort((a, b) => a - b);
  if (sorted.length <= MOST_NUMBERS) return sorted;
  // The constants themselves and their next neighbours tell most; the rest would only multiply the cases.
  const near = new Set(constants.flatMap((constant) => [constant, constant + 1]));
  return sorted.filter((number) => number <= 2 || near.has(number)).slice(0, MOST_NUMBERS);
}

function stringsBeside(expressions: readonly Expression[]): readonly string[] {
  const mentioned = expressions.flatMap(({ parts }) => parts.strings).filter((text) => text.length <= 40);
  return [...new Set(['a', 'b', ...mentioned])].slice(0, MOST_STRINGS);
}

function expressionsOf({ checks, emits }: CompiledCommand): readonly Expression[] {
  const checked = checks.flatMap(({ constraint, bindings }) => [
    ...bindings.values(),
    ...(constraint.rule ? [constraint.rule] : []),
    ...constraint.projections.flatMap(({ on }) => [...on.values()]),
  ]);
  return [...checked, ...emits.flatMap(({ when, data }) => [...(when ? [when] : []), ...data.values()])];
}

function initialNumbers({ checks }: CompiledCommand): number[] {
  const initials = checks.flatMap(({ constraint }) => constraint.projections.map(({ initial }) => initial));
  return initials.flatMap((initial) => (typeof initial === 'bigint' ? [Number(initial)] : []));
}

/** The instances that a key field can name, as values of its type; none for a field that is no key. */
export type InstanceNames = (field: string) => readonly Json[];

/**
 * Data for a command or an event: every combination of its key fields' instances and the small values of its other
 * fields. Where that would be more than 64, the other fields take their values one at a time instead.
 */
export function combineData(
  fields: FieldTypes,
  keys: InstanceNames,
  values: SmallValues,
): readonly JsonObject[] {
  const choices = [...fields].map(([name, kind]): Choice => {
    const instances = keys(name);
    return instances.length > 0
      ? { name, isKey: true, values: instances }
      : { name, isKey: false, values: valuesOf(kind, values) };
  });
  const count = choices.reduce((product, choice) => product * choice.values.length, 1);
  const combinations =
    count <= MOST_COMBINATIONS ? product(choices.map((choice) => choice.values)) : varyOneAtATime(choices);
  return combinations.map((combination) =>
    Object.fromEntries(
      choices.flatMap(({ name }, i) => {
        const value = combination[i];
        return value === undefined ? [] : [[name, value]];
      }),
    ),
  );
}

interface Choice {
  readonly name: string;
  readonly isKey: boolean;
  readonly values: readonly (Json | undefined)[];
}

function varyOneAtATime(choices: readonly Choice[]): (Json | undefined)[][] {
  const bases = product(choices.map(({ isKey, values }) => (isKey ? values : values.slice(0, 1))));
  const varied = bases
    .slice(0, MOST_COMBINATIONS)
    .flatMap((base) => [
      base,
      ...choices.flatMap(({ isKey, values }, place) =>
        isKey ? [] : values.slice(1).map((value) => base.map((kept, i) => (i === place ? value : kept))),
      ),
    ]);
  return varied.slice(0, MOST_COMBINATIONS);
}

/** Small values of a declared type; an optional field may also be left out (undefined). */
function valuesOf(kind: FieldKind, values: SmallValues): readonly (Json | undefined)[] {
  const own = requiredValues(kind, values);
  return kind.optional ? [...own.slice(0, 1), undefined] : own;
}

function requiredValues(kind: FieldKind, values: SmallValues): readonly Json[] {
  switch (kind.kind) {
    case 'int':
    case 'double':
      return values.numbers;
    case 'bool':
      return [false, true];
    case 'enum':
      return kind.values.slice(0, MOST_STRINGS);
    case 'timestamp':
      return ['2000-01-01T00:00:00Z', '2000-01-02T00:00:00Z'];
    case 'duration':
      return ['0s', '1h'];
    case 'list':
      return [[], requiredValues(kind.element, values).slice(0, 1)];
    case 'map':
      return [{}];
    default:
      return values.strings;
  }
}
