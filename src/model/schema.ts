import * as z from 'zod/mini';
import type { DeepReadonly } from '../lib/deep-readonly.ts';
import type { Json } from '../lib/json.ts';

interface Documentation {
  readonly description: string;
  /** Values to show where something else was found. */
  readonly examples?: unknown[];
}

/** What each part of the schema is for: the documentation in the JSON Schema, and the remedy in a diagnostic. */
export const documentation = z.registry<Documentation>();

const document = <T extends z.core.$ZodType>(schema: T, description: string, ...examples: Json[]): T => {
  documentation.add(schema, examples.length > 0 ? { description, examples } : { description });
  return schema;
};
const optional = <T extends z.core.$ZodType>(schema: T, description: string, ...examples: Json[]) =>
  document(z.optional(schema), description, ...examples);
const required = (description: string, ...examples: Json[]) => document(z.string(), description, ...examples);
const record = <T extends z.core.$ZodType>(value: T) => z.record(z.string(), value);
const text = (description: string, ...examples: Json[]) => optional(z.string(), description, ...examples);
const names = (description: string, ...examples: Json[]) =>
  optional(z.array(z.string()), description, ...examples);
/** CEL texts by name. They are opaque here: the decision room reads them. */
const expressions = (description: string, ...examples: Json[]) =>
  optional(record(z.string()), description, ...examples);

const descriptionProperty = text('What it is, in plain words.');

/** Any value. What is checked came out of `JSON.parse`, so there is nothing to check. */
const json = z.unknown() as unknown as z.ZodMiniType<z.core.util.JSONType>;

const fieldType = document(
  z.union([z.string(), z.array(z.string())]),
  'A type: string, int, double, bool, timestamp, duration, list<T>, map<K, V> or dyn, with a ? after it when the field may be missing; or the list of the only texts allowed.',
  'int',
  ['open', 'locked'],
);
const fields = (description: string) =>
  optional(record(fieldType), description, { courseId: 'string', capacity: 'int' });

const tag = document(
  z.looseObject({ description: descriptionProperty }),
  'A domain concept whose instances events refer to.',
);

const event = document(
  z.looseObject({
    description: descriptionProperty,
    fields: fields("The event's data: each field's name with its type."),
    tags: expressions('The tags it carries: each concept with an expression over event.', {
      course: 'event.courseId',
    }),
    visibility: optional(
      z.enum(['inside', 'outside']),
      'Whether it is part of the published interface of its context ("outside") or not ("inside", the default).',
    ),
    context: text('The name of the bounded context it belongs to.'),
  }),
  'A fact that happened.',
);

const projection = document(
  z.looseObject({
    description: descriptionProperty,
    tags: expressions(
      "Which events it reads: each concept with an expression over the constraint's parameters. Without tags it reads all events of its types.",
      { course: 'courseId' },
    ),
    initial: optional(json, 'Its value before the first event.', 0),
    on: expressions(
      'The new value for each event type, as an expression over state, event, time, now and the parameters.',
      { StudentSubscribed: 'state + 1' },
    ),
  }),
  'A value folded from past events.',
);

const constraint = document(
  z.looseObject({
    description: descriptionProperty,
    parameters: fields("What it is asked about: each parameter's name with its type."),
    projections: optional(record(projection), 'The values it reads from past events, by name.'),
    rule: text(
      'What must be true: an expression over the projections, the parameters, command and now.',
      'taken < capacity',
    ),
    consistency: optional(
      z.enum(['strict', 'relaxed']),
      'Whether it is guarded until the append ("strict", the default) or only checked at the read ("relaxed").',
    ),
    message: text(
      'What a person is told on rejection; {name} is filled from parameters and projections.',
      'Course {courseId} is fully booked',
    ),
  }),
  'A rule that a command must keep.',
);

const check = document(
  z.union([
    z.string(),
    z.looseObject({
      constraint: required("The constraint's name.", 'CourseHasFreeSeat'),
      with: expressions(
        "The constraint's arguments: each parameter with an expression over command, now and the element. Without one, the command's field of the same name is taken.",
        { courseId: 'command.courseId' },
      ),
      each: text(
        'An expression that gives a list: the constraint is checked once for each element.',
        'command.items',
      ),
      as: text('What expressions call the element.', 'item'),
    }),
  ]),
  'A constraint to check: its name, or an object that says how.',
  'CourseHasFreeSeat',
);

const emit = document(
  z.union([
    z.string(),
    z.looseObject({
      event: required("The event's name.", 'StudentSubscribed'),
      when: text('The event is emitted only when this expression is true.', 'command.notify'),
      data: expressions(
        "The event's data: each field with an expression over command, now and Constraint.projection. Without one, the command's field of the same name is taken.",
        { total: 'command.price * 2' },
      ),
    }),
  ]),
  'An event to emit: its name, or an object that says how.',
  'StudentSubscribed',
);

const command = document(
  z.looseObject({
    description: descriptionProperty,
    fields: fields("The command's data: each field's name with its type."),
    checks: optional(z.array(check), 'The constraints it must keep, in the order they are reported.'),
    emits: optional(z.array(emit), 'The events it leads to, in order.'),
  }),
  'Something a person or a program asks for.',
);

const aggregate = document(
  z.looseObject({
    description: descriptionProperty,
    id: text('The tag whose value says which stream an event is in.', 'course'),
    events: names('The event types it owns.', ['CourseDefined']),
  }),
  'A consistency boundary drawn by hand: one stream for each value of its tag.',
);

const policy = document(
  z.looseObject({
    description: descriptionProperty,
    on: names('The event types it reacts to.', ['StudentSubscribed']),
    when: text('It reacts only when this expression over event is true.'),
    issues: text('The command it issues.', 'SubscribeStudent'),
    with: expressions("The command's data: each field with an expression over event.", {
      courseId: 'event.courseId',
    }),
  }),
  'Whenever this happens, do that.',
);

const readModel = document(
  z.looseObject({
    description: descriptionProperty,
    key: text('Which entry an event changes: an expression over event.', 'event.courseId'),
    initial: optional(json, 'The value of an entry before its first event.', 0),
    on: expressions('The new value for each event type, as an expression over state, event and time.', {
      StudentSubscribed: 'state + 1',
    }),
    mode: optional(
      z.enum(['sync', 'async']),
      'Whether it is written with the events ("sync") or catches up later ("async").',
    ),
  }),
  'What can be looked up.',
);

const externalSystem = document(
  z.looseObject({
    description: descriptionProperty,
    on: names('The event types it is told about.', ['StudentSubscribed']),
    task: text('What is asked of it.', 'Send a confirmation'),
    after: text(
      'It is asked only once this read model has taken in the event: what it answers with may be looked up there.',
      'Profile',
    ),
  }),
  'A system outside that is asked to do something.',
);

const screen = document(
  z.looseObject({
    description: descriptionProperty,
    shows: names('The read models it shows.', ['FreeSeats']),
    issues: names('The commands a person can give there.', ['SubscribeStudent']),
    fields: fields("What is typed in by hand: each field's name with its type."),
  }),
  'What a person sees and does.',
);

const slice = document(
  z.looseObject({
    name: required('What the slice is called.', 'Subscribe a student'),
    kind: optional(
      z.enum(['change', 'view', 'automation', 'translation']),
      'Which of the four patterns of Event Modeling it follows.',
    ),
    elements: names('What it consists of, each as kind:Name.', ['command:SubscribeStudent']),
    status: optional(z.enum(['planned', 'doing', 'done']), 'How far it is built.'),
  }),
  'One column of an event model.',
);

const actor = document(
  z.looseObject({
    description: descriptionProperty,
    issues: names('The commands that people in this role give.', ['SubscribeStudent']),
  }),
  'Who gives commands.',
);

const remark = document(
  z.looseObject({ description: descriptionProperty }),
  'Something on the board that takes no part in decisions.',
);
const remarks = (description: string) => optional(record(remark), description);

const data = (description: string) => optional(record(json), description, { courseId: 'c1', capacity: 10 });
const time = (description: string) => text(description, '2000-01-01T00:00:00Z');

const givenEvent = document(
  z.looseObject({
    event: required("The event's name.", 'CourseDefined'),
    data: data("The event's data."),
    time: time('When it was recorded (RFC 3339); 2000-01-01T00:00:00Z without it.'),
  }),
  'An event that happened before.',
);
const expectedEvent = document(
  z.looseObject({
    event: required("The event's name.", 'StudentSubscribed'),
    data: data("The event's data, all of it."),
  }),
  'An event that must come out.',
);
const issuedCommand = document(
  z.looseObject({
    command: required("The command's name.", 'SubscribeStudent'),
    data: data("The command's data."),
    now: time('When it runs (RFC 3339); 2000-01-01T00:00:00Z without it.'),
  }),
  'A command that is run.',
);
const given = optional(z.array(givenEvent), 'What happened before, in order.');

/** Exactly one of the three: with the others ruled out, TypeScript can tell them apart by their key. */
const absent = z.optional(z.never());
const outcome = document(
  z.union([
    z.looseObject({
      events: document(z.array(expectedEvent), 'Exactly these events are appended, in this order.', []),
      rejected: absent,
      error: absent,
    }),
    z.looseObject({
      events: absent,
      rejected: document(z.array(z.string()), 'All of these constraints fail.', ['CourseHasFreeSeat']),
      error: absent,
    }),
    z.looseObject({
      events: absent,
      rejected: absent,
      error: document(z.literal(true), 'An expression fails.'),
    }),
  ]),
  'What must come out, exactly one of: events, rejected (the constraints that fail), error.',
  { rejected: ['CourseHasFreeSeat'] },
);

const example = document(
  z.looseObject({
    name: required('What the example shows.', 'A full course takes nobody'),
    description: descriptionProperty,
    given,
    when: optional(issuedCommand, 'The command that is run.'),
    // biome-ignore lint/suspicious/noThenProperty: given / when / then are the format's words, and nothing awaits them.
    then: z.optional(outcome),
  }),
  'One example of a decision: given these events, when this command, then that.',
);

const race = document(
  z.looseObject({
    name: required('What the race is about.', 'The last seat'),
    description: descriptionProperty,
    given,
    commands: optional(z.array(issuedCommand), 'The commands that run at the same time, called #1, #2 …'),
    attempts: optional(
      z.union([z.int().check(z.gte(1)), z.literal('unlimited')]),
      'How often a command tries before it gives up: a whole number from 1 (the default), or "unlimited".',
      1,
    ),
    policies: optional(
      z.boolean(),
      'Whether policies react in the race (true): the command that a policy issues joins as a further command once its event is appended; or not (false, the default).',
    ),
    now: time('When the commands run (RFC 3339), unless they say so themselves.'),
  }),
  'A past, and commands that run at the same time.',
);

const nonNegative = z.number().check(z.gte(0));
const count = z.int().check(z.gte(1));
const share = z.number().check(z.gte(0), z.lte(1));
const duration = (description: string) =>
  optional(
    z.union([
      nonNegative,
      z.looseObject({
        exponential: document(nonNegative, 'The mean of an exponential distribution.', 30),
        logNormal: absent,
      }),
      z.looseObject({
        logNormal: document(nonNegative, 'The median of a log-normal distribution.', 30),
        sigma: optional(nonNegative, 'How far it spreads; 0.5 when left out.', 0.5),
        exponential: absent,
      }),
    ]),
    `${description} In milliseconds: a number; or { "exponential": mean }; or { "logNormal": median, "sigma": spread }.`,
    30,
    { exponential: 30 },
    { logNormal: 30, sigma: 0.5 },
  );

const workload = document(
  z.looseObject({
    description: descriptionProperty,
    commands: optional(
      record(
        z.looseObject({
          weight: optional(
            z.number().check(z.gte(0)),
            'How often it is issued, compared with the others.',
            1,
          ),
          data: optional(
            record(json),
            'What its fields hold: each field with a value, or a list of values to choose from.',
            { capacity: [20, 30] },
          ),
        }),
      ),
      'The commands that are issued. Without them: all that append events.',
    ),
    instances: optional(
      record(
        z.looseObject({
          count: optional(z.int().check(z.gte(1)), 'How many there are at the start.', 24),
          choose: optional(
            z.union([
              z.literal('uniform'),
              z.looseObject({
                zipf: document(
                  nonNegative,
                  'Instance n is chosen in proportion to 1 / n to this power.',
                  0.8,
                ),
                hot: absent,
              }),
              z.looseObject({
                hot: document(count, 'How many are hot.', 2),
                share: document(share, 'The share of all commands that choose a hot one.', 0.8),
                zipf: absent,
              }),
            ]),
            'How a command chooses one: "uniform" (the default); { "zipf": exponent }; or { "hot": how many, "share": their share of all commands }.',
            { zipf: 0.8 },
            { hot: 2, share: 0.8 },
          ),
        }),
      ),
      'The instances of each tag that commands choose from.',
    ),
    arrivals: optional(
      z.union([
        z.looseObject({
          rate: document(z.number().check(z.gt(0)), 'Commands a second, on average.', 16),
          burst: optional(count, 'How many come at once; 1 when left out.', 1),
          clients: absent,
        }),
        z.looseObject({
          clients: document(count, 'How many people.', 32),
          think: duration('The pause after an answer.'),
          rate: absent,
        }),
      ]),
      'How commands come: { "rate": so many a second } by chance, with "burst" so many at once; or { "clients": so many people who wait for each answer, "think": their pause after it }.',
      { rate: 16 },
      { clients: 32, think: 1000 },
    ),
    window: duration('The time between read and append.'),
    blind: optional(
      z.boolean(),
      'Whether a command names instances by chance alone (true), or such that it would be accepted at that moment, as people ask who see what there is; some of them new if need be (false, the default).',
    ),
    keepWindow: optional(
      z.boolean(),
      'Whether a command that tries again takes as long as the first time (true), or as long as newly drawn (false, the default).',
    ),
    step: duration('What each step takes in the store.'),
    workers: optional(
      z.union([z.int().check(z.gte(1)), z.literal('unlimited')]),
      'How many steps the store does at a time: a whole number, or "unlimited" (the default).',
    ),
    attempts: optional(
      z.union([z.int().check(z.gte(1)), z.literal('unlimited')]),
      'How often a command tries before it gives up: a whole number from 1 (the default is 3), or "unlimited".',
      3,
    ),
    backOff: optional(
      z.union([
        nonNegative,
        z.looseObject({
          exponential: document(nonNegative, 'The first pause; it doubles with each attempt.', 10),
          most: optional(nonNegative, 'The longest pause; 1000 when left out.', 1000),
          jitter: optional(z.boolean(), 'Whether it is any time up to that (the default).', true),
        }),
      ]),
      'The pause before another attempt, in milliseconds: a number (0, the default, for none); or { "exponential": the first pause, "most": the longest, "jitter": whether it is any time up to that }.',
      20,
      { exponential: 10, most: 1000, jitter: true },
    ),
    start: optional(
      record(z.int().check(z.gte(0))),
      'Commands that are run one after the other before the clock starts, with how often. Without them: those that make the instances.',
      { DefineCourse: 24 },
    ),
    warmUp: optional(z.number().check(z.gte(0)), 'Seconds at the start that are not counted.', 5),
    duration: optional(z.number().check(z.gt(0)), 'Seconds that are counted.', 60),
  }),
  'Many commands at once, to see how each boundary behaves when it gets busy.',
);

const migration = document(
  z.looseObject({
    name: required('What is changed, in a few words.', 'One event for one fact'),
    description: descriptionProperty,
    change: optional(
      z.enum(['rename', 'merge', 'split', 'move', 'retag', 'fill', 'drop']),
      'What is done with the stored events: "rename" their type, "merge" each with the other event that states the same fact, "split" each into several, "move" them to the streams of another aggregate, "retag" them, "fill" a field, "drop" them.',
      'rename',
    ),
    event: text('The type of the events it changes, as it is stored.', 'BookEditionStarted'),
    when: text('It changes only those for which this expression over event and time is true.'),
    to: text('rename, merge: the type they have afterwards.', 'EditionStarted'),
    with: text('merge: the type of the other event.', 'EditionStarted'),
    by: text(
      'merge: an expression over event that gives the same value for two events that state one fact.',
      'event.editionId',
    ),
    into: optional(
      z.array(
        z.looseObject({
          event: required('The type of this part.', 'CourseRenamed'),
          data: expressions(
            'The data of this part: each field with an expression over event. Without it, it has all of the data.',
            { title: 'event.title' },
          ),
          when: text('The part is made only when this expression over event and time is true.'),
        }),
      ),
      'split: the parts, in order; tags are those that each type has by its definition.',
    ),
    aggregate: text('move: the aggregate whose streams they stand in afterwards.', 'Finance'),
    from: text('move: the aggregate whose streams they leave; all of their streams when left out.', 'Order'),
    add: expressions('retag: tags to add, each concept with an expression over event.', {
      book: 'event.bookId',
    }),
    remove: names('retag: concepts whose tags are taken off.', ['category']),
    field: text('fill: the field that gets a value where it has none.', 'currency'),
    value: optional(json, 'fill: the value.', 'EUR'),
    expression: text('fill: the value as an expression over event and time, in place of "value".'),
    onRead: optional(
      z.boolean(),
      'Whether it is applied each time the log is read, and the stored events stay as they are (true), or to what is stored (false, the default).',
    ),
  }),
  'A change of stored events, so that they fit the model as it is today.',
);

/** The one schema of a model document: types, validation and the published JSON Schema all come from it. */
export const modelSchema = document(
  z.looseObject({
    $schema: text('Where an editor finds the JSON Schema of this document.'),
    ambit: required('The version of the format.', '1.0'),
    name: required('What the model is called.', 'Course subscriptions'),
    description: descriptionProperty,
    tags: optional(record(tag), 'The domain concepts that events refer to, by name.'),
    events: optional(record(event), 'What can happen, by name.'),
    constraints: optional(record(constraint), 'The rules that commands must keep, by name.'),
    commands: optional(record(command), 'What can be asked for, by name.'),
    aggregates: optional(record(aggregate), 'Boundaries drawn by hand, to compare with, by name.'),
    policies: optional(record(policy), 'What is done whenever something happens, by name.'),
    readModels: optional(record(readModel), 'What can be looked up, by name.'),
    externalSystems: optional(
      record(externalSystem),
      'Systems outside that are asked for something, by name.',
    ),
    screens: optional(record(screen), 'What people see and do, by name.'),
    slices: optional(z.array(slice), 'The columns of the event model, in order.'),
    actors: optional(record(actor), 'Who gives commands, by name.'),
    hotspots: remarks('Open questions and conflicts, by name.'),
    opportunities: remarks('Ideas, by name.'),
    notes: remarks('Anything else worth saying, by name.'),
    contexts: remarks('The bounded contexts, by name.'),
    examples: optional(z.array(example), 'What commands must do, shown by example.'),
    races: optional(z.array(race), 'Commands that run at the same time.'),
    migrations: optional(
      z.array(migration),
      'How events that were stored under an earlier model are brought up to this one, in order.',
    ),
    workloads: optional(record(workload), 'Many commands at once, to be simulated, by name.'),
    canvas: optional(
      z.looseObject({}),
      'Where things are drawn. Without it the layout is computed anew, and no meaning is lost.',
    ),
  }),
  'A model of commands, events and the rules between them.',
);

export type Model = DeepReadonly<z.infer<typeof modelSchema>>;
export type EventDefinition = DeepReadonly<z.infer<typeof event>>;
export type ProjectionDefinition = DeepReadonly<z.infer<typeof projection>>;
export type ConstraintDefinition = DeepReadonly<z.infer<typeof constraint>>;
export type CommandDefinition = DeepReadonly<z.infer<typeof command>>;
export type CheckDefinition = DeepReadonly<z.infer<typeof check>>;
export type EmitDefinition = DeepReadonly<z.infer<typeof emit>>;
export type AggregateDefinition = DeepReadonly<z.infer<typeof aggregate>>;
export type PolicyDefinition = DeepReadonly<z.infer<typeof policy>>;
export type ReadModelDefinition = DeepReadonly<z.infer<typeof readModel>>;
export type ScreenDefinition = DeepReadonly<z.infer<typeof screen>>;
export type SliceDefinition = DeepReadonly<z.infer<typeof slice>>;
export type FieldType = DeepReadonly<z.infer<typeof fieldType>>;
export type MigrationDefinition = DeepReadonly<z.infer<typeof migration>>;
export type Fields = { readonly [name: string]: FieldType };
export type GivenEvent = DeepReadonly<z.infer<typeof givenEvent>>;
export type IssuedCommand = DeepReadonly<z.infer<typeof issuedCommand>>;
export type Example = DeepReadonly<z.infer<typeof example>>;
export type ExpectedOutcome = DeepReadonly<z.infer<typeof outcome>>;
export type Race = DeepReadonly<z.infer<typeof race>>;
export type Workload = DeepReadonly<z.infer<typeof workload>>;
