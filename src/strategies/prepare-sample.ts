import type { CompiledCommand, CompiledModel } from '../decision/compiled-model.ts';
import { type PossibleEvent, possibleEvents, UNKNOWN } from '../decision/possible-events.ts';
import { type PreparedCommand, prepareCommand } from '../decision/prepare.ts';
import type { JsonObject } from '../lib/json.ts';
import type { EventScope } from './boundary-parts.ts';
import { nameSamples, type SampleNames, sampleData, sampleView } from './sample-command.ts';

/** A command with sample values, where it was given none, and with the events it can emit. */
export interface SampleCommand {
  readonly prepared: PreparedCommand;
  /** Tags have names in place of sample values. */
  readonly events: readonly PossibleEvent[];
  readonly names: SampleNames;
}

/** Numbers of samples so far apart that none is a value of another. */
const SAMPLES = { data: 1001, view: 2001 };
const OTHER_SAMPLES = { data: 3001, view: 4001 };

/**
 * A command with its data, or with sample values, and the events it can emit. Two samples are compared: what differs in
 * them by more than names is not known. Returns a sentence where it cannot be prepared.
 */
export function prepareSample(
  model: CompiledModel,
  command: CompiledCommand,
  data: JsonObject | undefined,
): SampleCommand | { readonly unavailable: string } {
  const one = prepareWith(model, command, data, SAMPLES);
  if ('unavailable' in one) return one;
  const other = prepareWith(model, command, data, OTHER_SAMPLES);
  if ('unavailable' in other) return other;
  return { ...one, events: one.events.map((event, index) => mergeTags(event, other.events[index])) };
}

function prepareWith(
  model: CompiledModel,
  command: CompiledCommand,
  data: JsonObject | undefined,
  numbers: typeof SAMPLES,
): SampleCommand | { readonly unavailable: string } {
  const sample = data === undefined ? sampleData(command, numbers.data) : { data, names: new Map() };
  const prepared = prepareCommand(model, { command: command.name, data: sample.data });
  if (typeof prepared === 'string') return { unavailable: prepared };
  const { failure } = prepared;
  if (failure) return { unavailable: `${failure.message} in “${failure.expression}”` };
  const { view, names: viewNames } = sampleView(prepared, numbers.view);
  const names = new Map([...sample.names, ...viewNames]);
  const events = possibleEvents(prepared, view).map((event) => ({
    ...event,
    tags: event.tags.map((tag) => nameTag(tag, names)),
  }));
  return { prepared, events, names };
}

/** A scope with names in place of sample values. */
export function nameScope({ event, tags }: EventScope, names: SampleNames): EventScope {
  return { event, tags: tags.map((tag) => nameTag(tag, names)) };
}

/** The concept of a tag is no value, whatever it is called. */
function nameTag(tag: string, names: SampleNames): string {
  const start = tag.indexOf(':') + 1;
  return tag.slice(0, start) + nameSamples(tag.slice(start), names);
}

function mergeTags(event: PossibleEvent, other: PossibleEvent | undefined): PossibleEvent {
  const known = new Set(other?.tags);
  const tags = event.tags.map((tag) =>
    known.has(tag) ? tag : `${tag.slice(0, tag.indexOf(':'))}:${UNKNOWN}`,
  );
  return { ...event, tags: [...new Set(tags)] };
}
