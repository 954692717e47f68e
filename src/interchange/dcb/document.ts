import * as z from 'zod/mini';
import type { DeepReadonly } from '../../lib/deep-readonly.ts';

const maybe = <T extends z.ZodMiniType>(type: T) => z.optional(z.nullable(type));
const text = z.string();
const json = z.json();
const data = maybe(z.record(text, json));

const meta = z.looseObject({ id: text, extends: maybe(text) });

const eventDefinition = z.looseObject({
  name: text,
  schema: maybe(json),
  tagResolvers: maybe(z.array(text)),
});

const commandDefinition = z.looseObject({ name: text, schema: maybe(json) });

const projection = z.looseObject({
  name: text,
  parameterSchema: maybe(json),
  stateSchema: maybe(json),
  handlers: maybe(z.record(text, text)),
  tagFilters: maybe(z.array(text)),
});

const decisionModel = z.looseObject({ name: text, parameters: maybe(z.array(text)) });
const constraintCheck = z.looseObject({ condition: text, errorMessage: maybe(text) });
const successEvent = z.looseObject({ type: text, data });

const commandHandler = z.looseObject({
  commandName: text,
  decisionModels: maybe(z.array(decisionModel)),
  constraintChecks: maybe(z.array(constraintCheck)),
  successEvent: maybe(successEvent),
  successEvents: maybe(z.array(successEvent)),
});

const recordedEvent = z.looseObject({ type: text, data, metadata: data });

const testCase = z.looseObject({
  description: text,
  givenEvents: maybe(z.array(recordedEvent)),
  whenCommand: z.looseObject({ type: text, data }),
  thenExpectedError: maybe(text),
  thenExpectedEvent: maybe(recordedEvent),
  thenExpectedEvents: maybe(z.array(recordedEvent)),
});

/** What each section of an `application/dcb+json` document holds; items are checked one by one, so that a bad one costs only itself. */
export const sectionSchemas = {
  meta,
  eventDefinitions: eventDefinition,
  commandDefinitions: commandDefinition,
  projections: projection,
  commandHandlerDefinitions: commandHandler,
  testCases: testCase,
} as const;

export type EventDefinition = DeepReadonly<z.infer<typeof eventDefinition>>;
export type CommandDefinition = DeepReadonly<z.infer<typeof commandDefinition>>;
export type Projection = DeepReadonly<z.infer<typeof projection>>;
export type DecisionModel = DeepReadonly<z.infer<typeof decisionModel>>;
export type ConstraintCheck = DeepReadonly<z.infer<typeof constraintCheck>>;
export type CommandHandler = DeepReadonly<z.infer<typeof commandHandler>>;
export type SuccessEvent = DeepReadonly<z.infer<typeof successEvent>>;
export type RecordedEvent = DeepReadonly<z.infer<typeof recordedEvent>>;
export type TestCase = DeepReadonly<z.infer<typeof testCase>>;
