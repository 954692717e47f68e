import { toTagValue } from '../../decision/cel-value.ts';
import type { CompiledCommand, CompiledEmit, CompiledModel } from '../../decision/compiled-model.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import type { PastEvent } from '../past-event.ts';

/** The command that a transaction is taken for. */
export interface Recovered {
  readonly command: string;
  readonly data: JsonObject;
  /** Whether another command fits equally well. */
  readonly isAmbiguous: boolean;
}

/**
 * The command that a transaction is taken for: the one that emits most of its event types, less those that it always
 * emits and the transaction lacks; of equals the first of the model. Null when no command emits any of them. Its
 * fields are read back from the events, as far as their data were taken over unchanged, and from their tags.
 */
export function recoverCommand(model: CompiledModel, events: readonly PastEvent[]): Recovered | null {
  const types = new Set(events.map(({ type }) => type));
  let best: CompiledCommand | null = null;
  let bestFit = Number.NEGATIVE_INFINITY;
  let isAmbiguous = false;
  for (const command of model.commands.values()) {
    if (!command.emits.some(({ event }) => types.has(event.name))) continue;
    const fit = rateFit(command, types);
    if (fit === bestFit) isAmbiguous = true;
    if (fit <= bestFit) continue;
    [best, bestFit, isAmbiguous] = [command, fit, false];
  }
  return best && { command: best.name, data: readBack(best, events), isAmbiguous };
}

function rateFit({ emits }: CompiledCommand, types: ReadonlySet<string>): number {
  const emitted = new Set(emits.map(({ event }) => event.name));
  const covered = [...types].filter((type) => emitted.has(type)).length;
  const lacking = emits.filter(({ event, when }) => when === null && !types.has(event.name)).length;
  return covered - lacking;
}

function readBack(command: CompiledCommand, events: readonly PastEvent[]): JsonObject {
  const data: { [field: string]: Json } = {};
  for (const event of events) {
    const emit = command.emits.find((one) => one.event.name === event.type);
    if (emit !== undefined) Object.assign(data, fieldsFrom(command, emit, event));
  }
  return data;
}

function fieldsFrom(command: CompiledCommand, emit: CompiledEmit, event: PastEvent): JsonObject {
  const known = { ...fieldsFromTags(emit, event), ...event.data };
  const data: { [field: string]: Json } = {};
  for (const [name, value] of Object.entries(known)) {
    const source = emit.data.get(name)?.source.trim();
    const field = source === undefined ? name : /^command\.([A-Za-z_]\w*)$/.exec(source)?.[1];
    if (field !== undefined && command.fields.has(field)) data[field] = value;
  }
  return data;
}

/** The fields whose plain values are the event's tags. */
function fieldsFromTags({ event: { tags, fields } }: CompiledEmit, event: PastEvent): JsonObject {
  const data: { [field: string]: Json } = {};
  for (const { concept, value } of tags) {
    const field = /^event\.([A-Za-z_]\w*)$/.exec(value.source.trim())?.[1];
    const values = event.tags
      .filter((tag) => tag.startsWith(`${concept}:`))
      .map((tag) => tag.slice(concept.length + 1));
    const [first] = values;
    if (field === undefined || first === undefined) continue;
    const type = fields.get(field);
    if (type?.kind === 'list') data[field] = values.map((text) => readValue(text, type.element.kind));
    else data[field] = readValue(first, type?.kind);
  }
  return data;
}

function readValue(text: string, kind: string | undefined): Json {
  const isNumber = kind === 'int' || kind === 'double';
  // Only what would be written as the same tag again.
  return isNumber && toTagValue(Number(text)) === text ? Number(text) : text;
}
