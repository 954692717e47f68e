import type { CompiledCommand, CompiledModel } from '../decision/compiled-model.ts';
import { possibleEvents } from '../decision/possible-events.ts';
import { type PreparedCommand, prepareCommand } from '../decision/prepare.ts';
import { matchesItem, type Tagged } from '../decision/query.ts';
import type { Json, JsonObject } from '../lib/json.ts';
import { product } from '../lib/product.ts';
import type { FieldKind } from '../model/field-type.ts';
import type { EventScope } from './boundary-parts.ts';
import type { Strategy } from './program.ts';
import { sampleData, sampleView } from './sample-command.ts';

/** Far from the numbers of any other sample. */
const OTHERS_DATA = 5001;
const OTHERS_VIEW = 6001;

/**
 * What the lock keys of a command keep others from (S7). Others are all commands of the model, with other instances in
 * all their fields than the command has, except where an event has to carry the tags it is about.
 */
export class LockedScopes {
  readonly #model: CompiledModel;
  readonly #strategy: Strategy;
  readonly #keys: readonly string[];

  constructor(model: CompiledModel, strategy: Strategy, keys: readonly string[]) {
    this.#model = model;
    this.#strategy = strategy;
    this.#keys = keys;
  }

  /** Whether every command that can write such an event has to ask for one of the keys. */
  covers(scope: EventScope): boolean {
    return this.#writersOf(scope.event).every((writer) =>
      this.#nameInstances(writer, scope)?.every((other) =>
        this.#keysOf(other).some((key) => this.#keys.includes(key)),
      ),
    );
  }

  /** The events that wait for the command although only some key is the same. */
  list(): readonly EventScope[] {
    return this.#keys.flatMap((key) =>
      [...this.#model.events.keys()].flatMap((event): EventScope[] => {
        const scope = { event, tags: key === '*' || key.startsWith('type:') ? [] : [key] };
        const isKept = this.#writersOf(event).some((writer) =>
          this.#nameInstances(writer, scope)?.some(
            (other) => this.#keysOf(other).includes(key) && carries(other, scope),
          ),
        );
        return isKept ? [scope] : [];
      }),
    );
  }

  #writersOf(event: string): readonly CompiledCommand[] {
    return [...this.#model.commands.values()].filter(({ emits }) =>
      emits.some((emit) => emit.event.name === event),
    );
  }

  #keysOf(command: PreparedCommand): readonly string[] {
    return this.#strategy.compile(command, this.#model).locks ?? [];
  }

  /**
   * A command with data of its own, in every way in which its fields can make its event carry the tags. A tag that no
   * field is behind stays as it is: nobody knows which instance it will name. Null where the command cannot do with such
   * data.
   */
  #nameInstances(writer: CompiledCommand, { event, tags }: EventScope): readonly PreparedCommand[] | null {
    const { data } = sampleData(writer, OTHERS_DATA);
    const sample = this.#prepare(writer, data);
    if (sample === null) return null;
    const carried = eventsOf(sample)
      .filter(({ type }) => type === event)
      .flatMap((own) => own.tags);
    const ways = tags.map((tag) => carried.flatMap((own) => matchTag(tag, own)));
    return product(ways).flatMap(
      (wanted) => this.#prepare(writer, replaceValues(writer, data, wanted)) ?? [],
    );
  }

  #prepare(command: CompiledCommand, data: JsonObject): PreparedCommand | null {
    const prepared = prepareCommand(this.#model, { command: command.name, data });
    return typeof prepared === 'string' || prepared.failure ? null : prepared;
  }
}

function carries(command: PreparedCommand, { event, tags }: EventScope): boolean {
  return eventsOf(command).some((own) => matchesItem({ types: [event], tags }, own));
}

function eventsOf(command: PreparedCommand): readonly Tagged[] {
  return possibleEvents(command, sampleView(command, OTHERS_VIEW).view);
}

/** A sample value of a field, and the instance it is to name. */
interface Naming {
  readonly value: string;
  readonly own: string;
}

function replaceValues(command: CompiledCommand, data: JsonObject, wanted: readonly Naming[]): JsonObject {
  return Object.fromEntries(
    Object.entries(data).map(([field, value]): [string, Json] => {
      const instance = wanted.find(({ own }) => own === textOf(value))?.value;
      return [field, instance === undefined ? value : readText(command.fields.get(field), instance)];
    }),
  );
}

/** The values of two tags of one concept. */
function matchTag(tag: string, own: string): Naming[] {
  const length = tag.indexOf(':') + 1;
  if (own.slice(0, length) !== tag.slice(0, length)) return [];
  return [{ value: tag.slice(length), own: own.slice(length) }];
}

/** A sample value as a tag has it. */
function textOf(value: Json): string {
  return Array.isArray(value) && value.length === 1 ? String(value[0]) : String(value);
}

/** A tag's value as the value of a field. */
function readText(kind: FieldKind | undefined, text: string): Json {
  switch (kind?.kind) {
    case 'int':
    case 'double':
      return Number(text);
    case 'bool':
      return text === 'true';
    case 'list':
      return [readText(kind.element, text)];
    default:
      return text;
  }
}
