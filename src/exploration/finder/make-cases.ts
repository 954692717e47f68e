import type { CompiledCommand, CompiledModel, FieldTypes } from '../../decision/compiled-model.ts';
import { recordGiven } from '../../decision/make-fact.ts';
import { type PreparedCommand, prepareCommand } from '../../decision/prepare.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import type { FieldKind } from '../../model/field-type.ts';
import { nameInstance } from '../../model/name-instance.ts';
import { homeStreams } from '../../strategies/streams.ts';
import { findSources } from './commands-that-matter.ts';
import { findKeyFields } from './key-fields.ts';
import type { Candidate } from './past-search.ts';
import type { KeyGroup, Pattern } from './patterns.ts';
import { collectValues, combineData, type InstanceNames, type SmallValues } from './small-values.ts';

/** Everything that is tried for one pattern of a pair of commands (M2). */
export interface Cases {
  readonly numbers: readonly number[];
  /** The constants that the expressions mention. */
  readonly constants: readonly number[];
  readonly first: readonly PreparedCommand[];
  readonly second: readonly PreparedCommand[];
  readonly candidates: readonly Candidate[];
}

/** Makes the data of the two racing commands for a pattern, and all that can happen before they race. */
export function makeCases(
  model: CompiledModel,
  pair: readonly [CompiledCommand, CompiledCommand],
  pattern: Pattern,
): Cases {
  const { commands, events } = findSources(model, pair);
  const values = collectValues([...pair, ...commands]);
  const [first, second] = ([0, 1] as const).map((side) => {
    const command = pair[side];
    const keys: InstanceNames = (field) => instanceInPattern(pattern, side, field, command.fields);
    return prepareAll(model, command, combineData(command.fields, keys, values));
  }) as [PreparedCommand[], PreparedCommand[]];
  const candidates = [
    ...commands.flatMap((command) => commandCandidates(model, command, pattern, values)),
    ...events.flatMap((event) => {
      const concepts = new Map(
        event.tags.flatMap(({ concept, value }) =>
          value.parts.carried.flatMap((path): [string, ReadonlySet<string>][] =>
            path.startsWith('event.') ? [[path.slice('event.'.length), new Set([concept])]] : [],
          ),
        ),
      );
      const data = combineData(event.fields, namesFor(pattern, concepts, event.fields), values);
      return data.flatMap((one) => givenCandidate(model, event.name, one));
    }),
  ];
  return { numbers: values.numbers, constants: values.constants, first, second, candidates };
}

/** Instances besides the racing ones: with one alone, whatever may happen only once per instance could not happen to others twice. */
const OTHERS = 2;

function commandCandidates(
  model: CompiledModel,
  command: CompiledCommand,
  pattern: Pattern,
  values: SmallValues,
): Candidate[] {
  const keys = namesFor(pattern, findKeyFields(command), command.fields);
  return prepareAll(model, command, combineData(command.fields, keys, values)).map((prepared) => ({
    step: { command: command.name, data: prepared.data },
    prepared,
  }));
}

function givenCandidate(model: CompiledModel, event: string, data: JsonObject): Candidate[] {
  const recorded = recordGiven(model, { event, data });
  if ('message' in recorded) return [];
  const { time, ...fact } = recorded;
  return [{ step: { event, data }, given: { fact, time, streams: homeStreams(model, fact), first: true } }];
}

function prepareAll(
  model: CompiledModel,
  command: CompiledCommand,
  data: readonly JsonObject[],
): PreparedCommand[] {
  return data.flatMap((one) => {
    const prepared = prepareCommand(model, { command: command.name, data: one });
    return typeof prepared === 'string' ? [] : [prepared];
  });
}

/** The one instance that a key field of a racing command names in a pattern. */
function instanceInPattern(
  pattern: Pattern,
  side: 0 | 1,
  field: string,
  fields: FieldTypes,
): readonly Json[] {
  for (const [index, { concept, slots }] of pattern.groups.entries()) {
    const slot = slots.findIndex((one) => one.side === side && one.field === field);
    const instance = pattern.instances[index]?.[slot];
    if (instance !== undefined) return [nameInstance(fields.get(field) as FieldKind, concept, instance + 1)];
  }
  return [];
}

/** For the key fields of what happens before: the pattern's instances and two others. */
function namesFor(
  pattern: Pattern,
  keys: ReadonlyMap<string, ReadonlySet<string>>,
  fields: FieldTypes,
): InstanceNames {
  return (field) => {
    const kind = fields.get(field);
    const concepts = keys.get(field);
    if (!concepts || !kind) return [];
    const index = pattern.groups.findIndex((group) =>
      [...concepts].some((concept) => group.concepts.has(concept)),
    );
    const group: KeyGroup | undefined = pattern.groups[index];
    const count = (group ? Math.max(...(pattern.instances[index] ?? []), 0) + 1 : 0) + OTHERS;
    const concept = group?.concept ?? [...concepts][0] ?? field;
    const names = Array.from({ length: count }, (_, i) => nameInstance(kind, concept, i + 1));
    return [...new Map(names.map((name) => [JSON.stringify(name), name])).values()];
  };
}
