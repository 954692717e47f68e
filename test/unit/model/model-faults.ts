import type { ModelCode } from '../../../src/model/diagnostic-codes.ts';
import type { Example, Model, ProjectionDefinition } from '../../../src/model/schema.ts';

/** A model that is wrong in exactly one way. */
export interface ModelFault {
  readonly title: string;
  readonly model: Omit<Model, 'ambit' | 'name'>;
  readonly code: ModelCode;
  readonly at: string;
  /** Words the message must have. */
  readonly says?: string;
}

const opened = { events: { Opened: { fields: { id: 'string' }, tags: { door: 'event.id' } } } } as const;
const open = { commands: { Open: { fields: { id: 'string' }, emits: ['Opened'] } } } as const;
const doors = { ...opened, ...open };

const counted = (projection: ProjectionDefinition): Pick<Model, 'constraints'> => ({
  constraints: {
    Few: { parameters: { id: 'string' }, projections: { count: projection }, rule: 'count < 3' },
  },
});
const few = counted({ tags: { door: 'id' }, initial: 0, on: { Opened: 'state + 1' } });
const checking = (check: object | string, fields: Record<string, string> = { id: 'string' }) => ({
  commands: { Open: { fields, checks: [check], emits: [{ event: 'Opened', data: { id: '"1"' } }] } },
});
const expects = (then: NonNullable<Example['then']>) => ({ then });
const example = (rest: object) => ({
  ...doors,
  examples: [
    { name: 'one', when: { command: 'Open', data: { id: '1' } }, ...expects({ events: [] }), ...rest },
  ],
});

export const MODEL_FAULTS: readonly ModelFault[] = [
  {
    title: 'a parameter that is no identifier',
    model: { constraints: { Few: { parameters: { 'door id': 'string' } } } },
    code: 'not-an-identifier',
    at: '/constraints/Few/parameters/door id',
  },
  {
    title: 'a projection called by a word of CEL',
    model: { constraints: { Few: { projections: { in: {} }, rule: 'in' } } },
    code: 'not-an-identifier',
    at: '/constraints/Few/projections/in',
    says: 'CEL keeps this word',
  },
  {
    title: 'an element of "each" that is no identifier',
    model: {
      ...opened,
      ...few,
      ...checking({ constraint: 'Few', each: 'command.ids', as: 'the id', with: { id: '1' } }),
    },
    code: 'not-an-identifier',
    at: '/commands/Open/checks/0/as',
  },
  {
    title: 'a field that expressions reach only in brackets',
    model: { events: { Opened: { fields: { 'door-id': 'string' } } } },
    code: 'awkward-name',
    at: '/events/Opened/fields/door-id',
    says: 'event["door-id"]',
  },
  {
    title: 'a constraint that only provides values under a name no expression can say',
    model: { constraints: { 'How many?': { projections: { count: {} }, message: '{count}' } } },
    code: 'awkward-name',
    at: '/constraints/How many?',
  },
  {
    title: 'a parameter that hides the event',
    model: { constraints: { Few: { parameters: { event: 'string' } } } },
    code: 'name-taken',
    at: '/constraints/Few/parameters/event',
  },
  {
    title: 'a projection called like a parameter',
    model: { constraints: { Few: { parameters: { id: 'string' }, projections: { id: {} }, rule: 'id' } } },
    code: 'name-taken',
    at: '/constraints/Few/projections/id',
  },
  {
    title: 'a declared tag with a colon in it',
    model: { tags: { 'door:front': {} } },
    code: 'wrong-tag-name',
    at: '/tags/door:front',
  },
  {
    title: 'a tag of an event with a colon in it',
    model: { events: { Opened: { tags: { 'a/b:c': '"1"' } } } },
    code: 'wrong-tag-name',
    at: '/events/Opened/tags/a~1b:c',
  },
  {
    title: 'two examples of the same name',
    model: {
      examples: [
        { name: 'one', when: { command: 'Open' }, ...expects({ error: true }) },
        { name: 'one', when: { command: 'Open' }, ...expects({ error: true }) },
      ],
      commands: { Open: { emits: [{ event: 'Opened' }] } },
      events: { Opened: {} },
    },
    code: 'repeated-name',
    at: '/examples/1/name',
  },
  {
    title: 'two races of the same name',
    model: {
      ...doors,
      races: [
        { name: 'one', commands: [{ command: 'Open', data: { id: '1' } }] },
        { name: 'one', commands: [{ command: 'Open', data: { id: '1' } }] },
      ],
    },
    code: 'repeated-name',
    at: '/races/1/name',
  },
  {
    title: 'a misspelt type',
    model: { events: { Opened: { fields: { at: 'timestmap?' } } } },
    code: 'wrong-field-type',
    at: '/events/Opened/fields/at',
    says: 'did you mean "timestamp?"',
  },
  {
    title: 'a type by the name another language has for it',
    model: { commands: { Open: { fields: { wide: 'Boolean' }, emits: ['Opened'] } }, events: { Opened: {} } },
    code: 'wrong-field-type',
    at: '/commands/Open/fields/wide',
    says: 'did you mean "bool"',
  },
  {
    title: 'an enumeration of nothing',
    model: { screens: { Hall: { fields: { state: [] } } } },
    code: 'wrong-field-type',
    at: '/screens/Hall/fields/state',
    says: 'is empty',
  },
  {
    title: 'a parameter of a type there is not',
    model: { constraints: { Few: { parameters: { id: 'list<nothing>' } } } },
    code: 'wrong-field-type',
    at: '/constraints/Few/parameters/id',
    says: 'use string, int',
  },
  {
    title: 'an aggregate that owns an unknown event',
    model: { ...opened, aggregates: { Door: { events: ['Opend'] } } },
    code: 'unknown-event',
    at: '/aggregates/Door/events/0',
    says: 'did you mean "Opened"?',
  },
  {
    title: 'an event named like something every object has',
    model: { events: {}, aggregates: { Door: { events: ['toString'] } } },
    code: 'unknown-event',
    at: '/aggregates/Door/events/0',
    says: 'add it to "events"',
  },
  {
    title: 'a policy on an unknown event',
    model: { policies: { Greet: { on: ['Opened'] } } },
    code: 'unknown-event',
    at: '/policies/Greet/on/0',
  },
  {
    title: 'a read model on an unknown event',
    model: { readModels: { Doors: { on: { Opened: 'state' } } } },
    code: 'unknown-event',
    at: '/readModels/Doors/on/Opened',
  },
  {
    title: 'a projection on an unknown event',
    model: few,
    code: 'unknown-event',
    at: '/constraints/Few/projections/count/on/Opened',
  },
  {
    title: 'an external system that waits for an unknown read model',
    model: { externalSystems: { Bell: { on: [], after: 'Rings' } } },
    code: 'unknown-read-model',
    at: '/externalSystems/Bell/after',
  },
  {
    title: 'an external system on an unknown event',
    model: { externalSystems: { Bell: { on: ['Opened'] } } },
    code: 'unknown-event',
    at: '/externalSystems/Bell/on/0',
  },
  {
    title: 'an unknown event given to an example',
    model: example({ given: [{ event: 'Built' }] }),
    code: 'unknown-event',
    at: '/examples/0/given/0/event',
  },
  {
    title: 'an unknown event expected by an example',
    model: example({ ...expects({ events: [{ event: 'Built' }] }) }),
    code: 'unknown-event',
    at: '/examples/0/then/events/0/event',
  },
  {
    title: 'an unknown event given to a race',
    model: {
      ...doors,
      races: [
        { name: 'one', given: [{ event: 'Built' }], commands: [{ command: 'Open', data: { id: '1' } }] },
      ],
    },
    code: 'unknown-event',
    at: '/races/0/given/0/event',
  },
  {
    title: 'a command that emits an unknown event',
    model: { commands: { Open: { emits: ['Opened'] } } },
    code: 'unknown-event',
    at: '/commands/Open/emits/0',
  },
  {
    title: 'a command that emits an unknown event with data',
    model: { commands: { Open: { emits: [{ event: 'Opened', data: { id: '1' } }] } } },
    code: 'unknown-event',
    at: '/commands/Open/emits/0/event',
  },
  {
    title: 'a check of an unknown constraint',
    model: { ...opened, ...checking('Few') },
    code: 'unknown-constraint',
    at: '/commands/Open/checks/0',
  },
  {
    title: 'an unknown constraint expected to fail',
    model: example({ ...expects({ rejected: ['Few'] }) }),
    code: 'unknown-constraint',
    at: '/examples/0/then/rejected/0',
  },
  {
    title: 'a policy that issues an unknown command',
    model: { policies: { Greet: { issues: 'Wave' } } },
    code: 'unknown-command',
    at: '/policies/Greet/issues',
  },
  {
    title: 'a screen that issues an unknown command',
    model: { screens: { Hall: { issues: ['Wave'] } } },
    code: 'unknown-command',
    at: '/screens/Hall/issues/0',
  },
  {
    title: 'an actor that gives an unknown command',
    model: { actors: { Guest: { issues: ['Wave'] } } },
    code: 'unknown-command',
    at: '/actors/Guest/issues/0',
  },
  {
    title: 'an example of an unknown command',
    model: example({ when: { command: 'Opne' } }),
    code: 'unknown-command',
    at: '/examples/0/when/command',
    says: 'did you mean "Open"?',
  },
  {
    title: 'a race of an unknown command',
    model: { races: [{ name: 'one', commands: [{ command: 'Open' }] }] },
    code: 'unknown-command',
    at: '/races/0/commands/0/command',
  },
  {
    title: 'a screen that shows an unknown read model',
    model: { screens: { Hall: { shows: ['Doors'] } } },
    code: 'unknown-read-model',
    at: '/screens/Hall/shows/0',
  },
  {
    title: 'a tag of an event that is not declared where others are',
    model: { ...opened, tags: { doors: {} } },
    code: 'unknown-tag',
    at: '/events/Opened/tags/door',
    says: 'did you mean "doors"?',
  },
  {
    title: 'a tag a projection filters by that is not declared where others are',
    model: { tags: {}, ...counted({ tags: { door: 'id' }, on: {} }) },
    code: 'unknown-tag',
    at: '/constraints/Few/projections/count/tags/door',
  },
  {
    title: 'an id of an aggregate that is not declared where other tags are',
    model: { tags: {}, aggregates: { Door: { id: 'door' } } },
    code: 'unknown-tag',
    at: '/aggregates/Door/id',
  },
  {
    title: 'a context that is not declared where others are',
    model: { contexts: {}, events: { Opened: { context: 'House' } } },
    code: 'unknown-context',
    at: '/events/Opened/context',
  },
  {
    title: 'a slice with an element that is not in the model',
    model: { ...doors, slices: [{ name: 'Open', elements: ['command:Open', 'event:Opend'] }] },
    code: 'unknown-element',
    at: '/slices/0/elements/1',
    says: 'did you mean "Opened"?',
  },
  {
    title: 'a slice with an element of no kind',
    model: { slices: [{ name: 'Open', elements: ['Open'] }] },
    code: 'unknown-element',
    at: '/slices/0/elements/0',
    says: 'kind:Name',
  },
  {
    title: 'an argument for a parameter that does not exist',
    model: { ...opened, ...few, ...checking({ constraint: 'Few', with: { idd: 'command.id' } }) },
    code: 'unknown-parameter',
    at: '/commands/Open/checks/0/with/idd',
    says: 'did you mean "id"?',
  },
  {
    title: 'a parameter that gets no value',
    model: { ...opened, ...few, ...checking('Few', {}) },
    code: 'missing-argument',
    at: '/commands/Open/checks/0',
  },
  {
    title: 'an expression for a field the event does not have',
    model: {
      ...opened,
      commands: { Open: { fields: { id: 'string' }, emits: [{ event: 'Opened', data: { wide: 'true' } }] } },
    },
    code: 'unknown-field',
    at: '/commands/Open/emits/0/data/wide',
  },
  {
    title: 'a policy that fills a field the command does not have',
    model: { ...doors, policies: { Greet: { issues: 'Open', with: { id: '"1"', wide: 'true' } } } },
    code: 'unknown-field',
    at: '/policies/Greet/with/wide',
  },
  {
    title: 'given data for a field the event does not have',
    model: example({ given: [{ event: 'Opened', data: { id: '1', wide: true } }] }),
    code: 'unknown-field',
    at: '/examples/0/given/0/data/wide',
  },
  {
    title: 'a message with a placeholder for nothing',
    model: { constraints: { Few: { parameters: { id: 'string' }, message: '{idd} is full' } } },
    code: 'unknown-placeholder',
    at: '/constraints/Few/message',
    says: 'did you mean "id"?',
  },
  {
    title: 'a field of an event that nothing fills',
    model: { ...opened, commands: { Open: { fields: {}, emits: ['Opened'] } } },
    code: 'unfilled-field',
    at: '/commands/Open/emits/0',
  },
  {
    title: 'a field that is neither typed in nor shown on the screen that issues the command',
    model: { ...doors, screens: { Hall: { issues: ['Open'], fields: { key: 'string' } } } },
    code: 'field-without-source',
    at: '/screens/Hall/issues/0',
    says: 'The field "id" of the command "Open" has no source on the screen "Hall"',
  },
  {
    title: 'a field that the policy does not fill',
    model: { ...doors, policies: { Air: { on: ['Opened'], issues: 'Open', with: {} } } },
    code: 'field-without-source',
    at: '/policies/Air/issues',
    says: 'say in "with"',
  },
  {
    title: 'a read model that takes a field from an event without fields',
    model: { events: { Opened: { fields: {} } }, readModels: { Doors: { on: { Opened: 'event.id' } } } },
    code: 'column-without-source',
    at: '/readModels/Doors/on/Opened',
  },
  {
    title: 'a command that nothing leads to in an event model',
    model: { ...doors, slices: [{ name: 'one', kind: 'change' }] },
    code: 'no-source-yet',
    at: '/commands/Open',
  },
  {
    title: 'a projection that filters an event by a tag it never has',
    model: { events: { Opened: {} }, ...few },
    code: 'event-lacks-tag',
    at: '/constraints/Few/projections/count/on/Opened',
  },
  {
    title: 'an aggregate that owns an event without its tag',
    model: { events: { Opened: {} }, aggregates: { Door: { id: 'door', events: ['Opened'] } } },
    code: 'owned-event-lacks-tag',
    at: '/aggregates/Door/events/0',
  },
  {
    title: 'a projection that nothing uses',
    model: { constraints: { Few: { projections: { count: {} }, rule: 'event.count < 3 && "count" != ""' } } },
    code: 'unused-projection',
    at: '/constraints/Few/projections/count',
  },
  {
    title: 'a workload in which all weights are 0',
    model: { ...doors, workloads: { Busy: { commands: { Open: { weight: 0 } } } } },
    code: 'idle-workload',
    at: '/workloads/Busy/commands',
    says: 'all weights are 0',
  },
  {
    title: 'a workload without commands',
    model: { ...doors, workloads: { Busy: { commands: {} } } },
    code: 'idle-workload',
    at: '/workloads/Busy/commands',
    says: 'leave out "commands" for all',
  },
  {
    title: 'a workload with a misspelt command',
    model: { ...doors, workloads: { Busy: { commands: { Oben: {} } } } },
    code: 'unknown-command',
    at: '/workloads/Busy/commands/Oben',
    says: 'did you mean "Open"',
  },
  {
    title: 'a workload that starts with a command there is not',
    model: { ...doors, workloads: { Busy: { start: { Close: 3 } } } },
    code: 'unknown-command',
    at: '/workloads/Busy/start/Close',
  },
  {
    title: 'a workload with a value of another type',
    model: { ...doors, workloads: { Busy: { commands: { Open: { data: { id: ['1', 2] } } } } } },
    code: 'wrong-value',
    at: '/workloads/Busy/commands/Open/data/id',
    says: 'one of its values is',
  },
  {
    title: 'a workload with a field the command does not have',
    model: { ...doors, workloads: { Busy: { commands: { Open: { data: { colour: 'red' } } } } } },
    code: 'unknown-field',
    at: '/workloads/Busy/commands/Open/data/colour',
  },
  {
    title: 'a declared tag that nothing filters by',
    model: { tags: { door: {}, house: {} }, aggregates: { Door: { id: 'door' } } },
    code: 'unused-tag',
    at: '/tags/house',
  },
  {
    title: 'a tag that nothing filters by, where it is first used',
    model: { ...opened, aggregates: { House: { id: 'house' } } },
    code: 'unused-tag',
    at: '/events/Opened/tags/door',
  },
  {
    title: 'an event that no command emits',
    model: { events: { Opened: {} }, commands: {} },
    code: 'event-never-emitted',
    at: '/events/Opened',
  },
  {
    title: 'a command that emits nothing',
    model: { commands: { Open: {} } },
    code: 'command-without-events',
    at: '/commands/Open',
  },
  {
    title: 'an example that does not say what must come out',
    model: { ...doors, examples: [{ name: 'one', when: { command: 'Open', data: { id: '1' } } }] },
    code: 'unfinished-example',
    at: '/examples/0',
  },
  {
    title: 'a race in which nothing runs',
    model: { races: [{ name: 'one', commands: [] }] },
    code: 'race-without-commands',
    at: '/races/0',
  },
  {
    title: 'a rejection by a constraint the command does not check',
    model: { ...example({ ...expects({ rejected: ['Few'] }) }), ...few },
    code: 'unchecked-constraint',
    at: '/examples/0/then/rejected/0',
  },
  {
    title: 'a given event without a required field',
    model: example({ given: [{ event: 'Opened' }] }),
    code: 'missing-field',
    at: '/examples/0/given/0',
  },
  {
    title: 'a command without a required field',
    model: example({ when: { command: 'Open', data: {} } }),
    code: 'missing-field',
    at: '/examples/0/when',
  },
  {
    title: 'a value of the wrong type in a race',
    model: { ...doors, races: [{ name: 'one', commands: [{ command: 'Open', data: { id: 1 } }] }] },
    code: 'wrong-value',
    at: '/races/0/commands/0/data/id',
    says: 'is "string", but the value is 1',
  },
  {
    title: 'a given event at no time',
    model: example({ given: [{ event: 'Opened', data: { id: '1' }, time: '2024-02-30T00:00:00Z' }] }),
    code: 'wrong-time',
    at: '/examples/0/given/0/time',
  },
  {
    title: 'a command at no time',
    model: example({ when: { command: 'Open', data: { id: '1' }, now: 'today' } }),
    code: 'wrong-time',
    at: '/examples/0/when/now',
  },
  {
    title: 'a race at no time',
    model: {
      ...doors,
      races: [{ name: 'one', now: '12:00', commands: [{ command: 'Open', data: { id: '1' } }] }],
    },
    code: 'wrong-time',
    at: '/races/0/now',
  },
  {
    title: 'a migration to streams of no aggregate',
    model: { migrations: [{ name: 'm', change: 'move', event: 'Old', aggregate: 'Finance' }] },
    code: 'unknown-aggregate',
    at: '/migrations/0/aggregate',
    says: 'add it to "aggregates"',
  },
  {
    title: 'a migration to an event that is not there',
    model: { ...doors, migrations: [{ name: 'm', change: 'rename', event: 'Old', to: 'Openned' }] },
    code: 'unknown-event',
    at: '/migrations/0/to',
    says: 'did you mean "Opened"?',
  },
  {
    title: 'a migration that does not say to what',
    model: { migrations: [{ name: 'm', change: 'fill', event: 'Old' }] },
    code: 'unfinished-migration',
    at: '/migrations/0',
    says: 'it needs "field" and "value" or "expression"',
  },
];
