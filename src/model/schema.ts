import * as z from 'zod/mini';
import type { DeepReadonly } from '../lib/deep-readonly.ts';

const expression = z.string();
const text = z.optional(z.string());
const names = z.array(z.string());
const record = <T extends z.ZodMiniType>(value: T) => z.record(z.string(), value);

const fieldType = z.union([z.string(), z.array(z.string())]);
const fields = z.optional(record(fieldType));

const tag = z.looseObject({ description: text });

const event = z.looseObject({
  description: text,
  fields,
  tags: z.optional(record(expression)),
  visibility: z.optional(z.enum(['inside', 'outside'])),
  context: text,
});

const projection = z.looseObject({
  description: text,
  tags: z.optional(record(expression)),
  initial: z.optional(z.json()),
  on: z.optional(record(expression)),
});

const constraint = z.looseObject({
  description: text,
  parameters: fields,
  projections: z.optional(record(projection)),
  rule: z.optional(expression),
  consistency: z.optional(z.enum(['strict', 'relaxed'])),
  message: text,
});

const check = z.union([
  z.string(),
  z.looseObject({
    constraint: z.string(),
    with: z.optional(record(expression)),
    each: z.optional(expression),
    as: z.optional(z.string()),
  }),
]);

const emit = z.union([
  z.string(),
  z.looseObject({
    event: z.string(),
    when: z.optional(expression),
    data: z.optional(record(expression)),
  }),
]);

const command = z.looseObject({
  description: text,
  fields,
  checks: z.optional(z.array(check)),
  emits: z.optional(z.array(emit)),
});

const aggregate = z.looseObject({
  description: text,
  id: z.optional(z.string()),
  events: z.optional(names),
});

const policy = z.looseObject({
  description: text,
  on: z.optional(names),
  when: z.optional(expression),
  issues: z.optional(z.string()),
  with: z.optional(record(expression)),
});

const readModel = z.looseObject({
  description: text,
  key: z.optional(expression),
  initial: z.optional(z.json()),
  on: z.optional(record(expression)),
  mode: z.optional(z.enum(['sync', 'async'])),
});

const externalSystem = z.looseObject({ description: text, on: z.optional(names), task: text });

const screen = z.looseObject({
  description: text,
  shows: z.optional(names),
  issues: z.optional(names),
  fields,
});

const slice = z.looseObject({
  name: z.string(),
  kind: z.optional(z.enum(['change', 'view', 'automation', 'translation'])),
  elements: z.optional(names),
  status: z.optional(z.enum(['planned', 'doing', 'done'])),
});

const remark = z.looseObject({ description: text });

const data = z.optional(record(z.json()));
const givenEvent = z.looseObject({ event: z.string(), data, time: z.optional(z.string()) });
const expectedEvent = z.looseObject({ event: z.string(), data });
const issuedCommand = z.looseObject({ command: z.string(), data, now: z.optional(z.string()) });

const outcome = z.union([
  z.looseObject({ events: z.array(expectedEvent) }),
  z.looseObject({ rejected: names }),
  z.looseObject({ error: z.literal(true) }),
]);

const example = z.looseObject({
  name: z.string(),
  description: text,
  given: z.optional(z.array(givenEvent)),
  when: z.optional(issuedCommand),
  // biome-ignore lint/suspicious/noThenProperty: given / when / then are the format's words, and nothing awaits them.
  then: z.optional(outcome),
});

const race = z.looseObject({
  name: z.string(),
  description: text,
  given: z.optional(z.array(givenEvent)),
  commands: z.optional(z.array(issuedCommand)),
  attempts: z.optional(z.union([z.int().check(z.gte(1)), z.literal('unlimited')])),
  now: z.optional(z.string()),
});

/** The one schema of a model document: types, validation and the published JSON Schema all come from it. */
export const modelSchema = z.looseObject({
  ambit: z.string(),
  name: z.string(),
  description: text,
  tags: z.optional(record(tag)),
  events: z.optional(record(event)),
  constraints: z.optional(record(constraint)),
  commands: z.optional(record(command)),
  aggregates: z.optional(record(aggregate)),
  policies: z.optional(record(policy)),
  readModels: z.optional(record(readModel)),
  externalSystems: z.optional(record(externalSystem)),
  screens: z.optional(record(screen)),
  slices: z.optional(z.array(slice)),
  actors: z.optional(record(remark)),
  hotspots: z.optional(record(remark)),
  opportunities: z.optional(record(remark)),
  notes: z.optional(record(remark)),
  contexts: z.optional(record(remark)),
  examples: z.optional(z.array(example)),
  races: z.optional(z.array(race)),
  canvas: z.optional(z.looseObject({})),
});

export type Model = DeepReadonly<z.infer<typeof modelSchema>>;
export type EventDefinition = DeepReadonly<z.infer<typeof event>>;
export type ProjectionDefinition = DeepReadonly<z.infer<typeof projection>>;
export type ConstraintDefinition = DeepReadonly<z.infer<typeof constraint>>;
export type CommandDefinition = DeepReadonly<z.infer<typeof command>>;
export type CheckDefinition = DeepReadonly<z.infer<typeof check>>;
export type EmitDefinition = DeepReadonly<z.infer<typeof emit>>;
export type AggregateDefinition = DeepReadonly<z.infer<typeof aggregate>>;
export type FieldType = DeepReadonly<z.infer<typeof fieldType>>;
export type Fields = { readonly [name: string]: FieldType };
export type GivenEvent = DeepReadonly<z.infer<typeof givenEvent>>;
export type IssuedCommand = DeepReadonly<z.infer<typeof issuedCommand>>;
export type Example = DeepReadonly<z.infer<typeof example>>;
export type ExpectedOutcome = DeepReadonly<z.infer<typeof outcome>>;
export type Race = DeepReadonly<z.infer<typeof race>>;
