import type { Json, JsonObject } from '../../lib/json.ts';
import type { FieldType } from '../../model/schema.ts';
import type { CommandHandler, RecordedEvent, SuccessEvent, TestCase } from './document.ts';
import { fieldTypeOf, shapeOfField } from './field-type.ts';
import { membersUsed } from './javascript.ts';
import type { Definitions } from './merge-documents.ts';
import type { Place, Report } from './report.ts';
import { asObject, propertiesOf, type Shape } from './shape.ts';
import { expressionsIn } from './template.ts';

/** The fields of an event or a command: their types in the model, and their shape for translating what uses them. */
export interface Term {
  readonly fields: ReadonlyMap<string, FieldType>;
  readonly shape: Shape;
}

/** All events and commands, also those that are only used. */
export interface Vocabulary {
  readonly events: ReadonlyMap<string, Term>;
  readonly commands: ReadonlyMap<string, Term>;
}

interface Usage {
  readonly place: Place;
  readonly schema?: Json | undefined;
  /** Fields that expressions look up or fill. */
  readonly used: Set<string>;
  /** The data of all occurrences in test cases. */
  readonly samples: JsonObject[];
  isDeclared: boolean;
}

type Usages = Map<string, Usage>;

/** What events and commands there are and which fields they have: declared ones, and with a warning those that are used but were not declared. */
export function collectVocabulary(definitions: Definitions, report: Report): Vocabulary {
  const events: Usages = new Map();
  const commands: Usages = new Map();
  for (const [name, { value, ...place }] of definitions.events) {
    const usage = declare(events, name, place, value.schema);
    for (const template of value.tagResolvers ?? []) use(usage, template, 'data');
  }
  for (const [name, { value, ...place }] of definitions.commands)
    declare(commands, name, place, value.schema);
  collectFromProjections(definitions, events);
  collectFromHandlers(definitions, events, commands);
  for (const { value, ...place } of definitions.testCases) collectSamples(value, place, events, commands);
  return { events: toTerms(events, 'Event', report), commands: toTerms(commands, 'Command', report) };
}

/** The events a command handler emits, singular or plural. */
export function successEventsOf(handler: CommandHandler): readonly SuccessEvent[] {
  return [...(handler.successEvent ? [handler.successEvent] : []), ...(handler.successEvents ?? [])];
}

/** The events a test case expects, singular or plural; undefined when it expects none of either. */
export function expectedEventsOf(test: TestCase): readonly RecordedEvent[] | undefined {
  if (test.thenExpectedEvent) return [test.thenExpectedEvent, ...(test.thenExpectedEvents ?? [])];
  return test.thenExpectedEvents ?? undefined;
}

function declare(usages: Usages, name: string, place: Place, schema: Json | null | undefined): Usage {
  const usage = {
    place,
    schema: schema ?? undefined,
    used: new Set<string>(),
    samples: [],
    isDeclared: true,
  };
  usages.set(name, usage);
  return usage;
}

function mention(usages: Usages, name: string, place: Place): Usage {
  const known = usages.get(name);
  if (known) return known;
  const usage = declare(usages, name, place, undefined);
  usage.isDeclared = false;
  return usage;
}

function use(usage: Usage, template: Json, ...path: readonly string[]): void {
  for (const expression of expressionsIn(template)) {
    for (const name of membersUsed(expression, ...path)) usage.used.add(name);
  }
}

function collectFromProjections({ projections }: Definitions, events: Usages): void {
  for (const { value, file, at } of projections.values()) {
    for (const [event, handler] of Object.entries(value.handlers ?? {})) {
      const usage = mention(events, event, { file, at });
      for (const name of membersUsed(handler, 'event', 'data')) usage.used.add(name);
    }
  }
}

function collectFromHandlers({ handlers }: Definitions, events: Usages, commands: Usages): void {
  for (const [name, { value, ...place }] of handlers) {
    const command = mention(commands, name, place);
    const plain = [
      ...(value.decisionModels ?? []).flatMap(({ parameters }) => parameters ?? []),
      ...(value.constraintChecks ?? []).map(({ condition }) => condition),
    ];
    for (const expression of plain)
      for (const used of membersUsed(expression, 'command')) command.used.add(used);
    for (const { errorMessage } of value.constraintChecks ?? [])
      use(command, errorMessage ?? null, 'command');
    for (const { type, data } of successEventsOf(value)) {
      const event = mention(events, type, place);
      for (const field of Object.keys(data ?? {})) event.used.add(field);
      use(command, data ?? null, 'command');
    }
  }
}

function collectSamples(test: TestCase, place: Place, events: Usages, commands: Usages): void {
  mention(commands, test.whenCommand.type, place).samples.push(test.whenCommand.data ?? {});
  for (const { type, data } of [...(test.givenEvents ?? []), ...(expectedEventsOf(test) ?? [])]) {
    mention(events, type, place).samples.push(data ?? {});
  }
}

function toTerms(usages: Usages, what: string, report: Report): ReadonlyMap<string, Term> {
  usages.delete('__proto__');
  return new Map([...usages].map(([name, usage]) => [name, toTerm(name, usage, what, report)]));
}

function toTerm(name: string, usage: Usage, what: string, report: Report): Term {
  const declared = propertiesOf(usage.schema);
  const required = asObject(usage.schema)['required'];
  const used = new Set([...usage.used, ...usage.samples.flatMap((data) => Object.keys(data))]);
  used.delete('__proto__');
  const undeclared = [...used].filter((field) => !declared.has(field));
  const unused = [...declared.keys()].filter((field) => !used.has(field));
  const fields = [...declared.keys(), ...undeclared].map((field): [string, FieldType] => {
    const values = usage.samples.flatMap((data) => (Object.hasOwn(data, field) ? [data[field] ?? null] : []));
    const isOptional =
      values.length < usage.samples.length || (Array.isArray(required) && !required.includes(field));
    return [field, fieldTypeOf(declared.get(field), values, isOptional)];
  });
  reportUndeclared(name, usage, what, { undeclared, unused, types: new Map(fields) }, report);
  const shapes = new Map(fields.map(([field, type]) => [field, shapeOfField(declared.get(field), type)]));
  return { fields: new Map(fields), shape: { kind: 'map', fields: shapes } };
}

function reportUndeclared(
  name: string,
  { place, isDeclared }: Usage,
  what: string,
  {
    undeclared,
    unused,
    types,
  }: { undeclared: readonly string[]; unused: readonly string[]; types: ReadonlyMap<string, FieldType> },
  report: Report,
): void {
  if (!isDeclared) {
    const message = `${what} "${name}" is used but not defined: it is added with the fields it is used with.`;
    report.add(place, 'warning', 'dcb-undeclared', message);
    return;
  }
  if (undeclared.length === 0) return;
  const added = undeclared.map((field) => `"${field}" (as ${String(types.get(field))})`).join(', ');
  const hint =
    unused.length > 0
      ? `; it declares ${unused.map((field) => `"${field}"`).join(', ')}, which nothing uses`
      : '';
  const message = `${what} "${name}" is used with ${added}, which its schema does not declare${hint}: added to it.`;
  report.add(place, 'warning', 'dcb-undeclared', message);
}
