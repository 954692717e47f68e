import { describe, expect, it } from 'vitest';
import { compileModel } from '../../../../src/decision/compile.ts';
import { runExamples } from '../../../../src/decision/run-examples.ts';
import { explore } from '../../../../src/exploration/explore.ts';
import { importDcb } from '../../../../src/interchange/dcb/import-dcb.ts';
import { modelSchema } from '../../../../src/model/schema.ts';

type Part = Record<string, unknown>;

const object = (properties: Record<string, string>) => ({
  type: 'object',
  properties: Object.fromEntries(Object.entries(properties).map(([name, type]) => [name, { type }])),
});

/** A little parcel shop: a locker takes one parcel, and a parcel is handed out for its pin while it is not stale. */
function shop(more: Part = {}): Part {
  return {
    meta: { version: '1.0', id: 'parcel_shop_01' },
    eventDefinitions: [
      {
        name: 'ParcelArrived',
        schema: object({ parcelId: 'string', lockerId: 'string', pin: 'string' }),
        tagResolvers: ['parcel:{data.parcelId}', 'locker:{data.lockerId}'],
      },
      {
        name: 'ParcelCollected',
        schema: object({ parcelId: 'string', lockerId: 'string', pin: 'string' }),
        tagResolvers: ['parcel:{data.parcelId}', 'locker:{data.lockerId}'],
      },
    ],
    commandDefinitions: [
      { name: 'storeParcel', schema: object({ parcelId: 'string', lockerId: 'string', pin: 'string' }) },
      { name: 'collectParcel', schema: object({ parcelId: 'string', pin: 'string' }) },
    ],
    projections: [
      {
        name: 'isLockerOccupied',
        parameterSchema: object({ lockerId: 'string' }),
        stateSchema: { type: 'boolean', default: false },
        handlers: { ParcelArrived: 'true', ParcelCollected: 'false' },
        tagFilters: ['locker:{lockerId}'],
      },
      {
        name: 'waitingParcel',
        parameterSchema: object({ parcelId: 'string' }),
        stateSchema: {
          type: 'object',
          properties: {
            label: { type: 'object', properties: { lockerId: { type: 'string' }, pin: { type: 'string' } } },
            collected: { type: 'boolean' },
            stale: { type: 'boolean' },
          },
        },
        handlers: {
          ParcelArrived: '({label: event.data, collected: false, stale: event.metadata?.daysAgo > 7})',
          ParcelCollected: '({...state, collected: true})',
        },
        tagFilters: ['parcel:{parcelId}'],
      },
    ],
    commandHandlerDefinitions: [
      {
        commandName: 'storeParcel',
        decisionModels: [{ name: 'isLockerOccupied', parameters: ['command.lockerId'] }],
        constraintChecks: [
          { condition: 'state.isLockerOccupied', errorMessage: 'Locker "{command.lockerId}" is occupied' },
        ],
        successEvent: {
          type: 'ParcelArrived',
          data: { parcelId: '{command.parcelId}', lockerId: '{command.lockerId}', pin: '{command.pin}' },
        },
      },
      {
        commandName: 'collectParcel',
        decisionModels: [{ name: 'waitingParcel', parameters: ['command.parcelId'] }],
        constraintChecks: [
          { condition: '!state.waitingParcel', errorMessage: 'No such parcel' },
          { condition: 'state.waitingParcel.collected', errorMessage: 'Already gone' },
          { condition: 'state.waitingParcel.stale', errorMessage: 'Sent back' },
          {
            condition: 'state.waitingParcel.label.pin !== command.pin',
            errorMessage: 'Wrong pin {command.pin}',
          },
        ],
        successEvent: {
          type: 'ParcelCollected',
          data: {
            parcelId: '{command.parcelId}',
            lockerId: '{state.waitingParcel.label.lockerId}',
            pin: '{command.pin}',
          },
        },
      },
    ],
    testCases: [
      {
        description: 'An empty locker takes a parcel',
        givenEvents: null,
        whenCommand: { type: 'storeParcel', data: { parcelId: 'p1', lockerId: 'l1', pin: '11' } },
        thenExpectedEvent: { type: 'ParcelArrived', data: { parcelId: 'p1', lockerId: 'l1', pin: '11' } },
      },
      {
        description: 'An occupied locker does not',
        givenEvents: [{ type: 'ParcelArrived', data: { parcelId: 'p1', lockerId: 'l1', pin: '11' } }],
        whenCommand: { type: 'storeParcel', data: { parcelId: 'p2', lockerId: 'l1', pin: '22' } },
        thenExpectedError: 'Locker "l1" is occupied',
      },
      collect('Nothing to collect', null, '11', { thenExpectedError: 'No such parcel' }),
      collect('The right pin opens', {}, '11', {
        thenExpectedEvents: [
          { type: 'ParcelCollected', data: { parcelId: 'p1', lockerId: 'l1', pin: '11' } },
        ],
      }),
      collect('A wrong pin does not', {}, '99', { thenExpectedError: 'Wrong pin 99' }),
      collect('A stale parcel went back', { daysAgo: '8' }, '11', { thenExpectedError: 'Sent back' }),
      collect('A week is not stale', { daysAgo: 7 }, '11', {
        thenExpectedEvent: { type: 'ParcelCollected', data: { parcelId: 'p1', lockerId: 'l1', pin: '11' } },
      }),
    ],
    ...more,
  };
}

function collect(description: string, metadata: Part | null, pin: string, expected: Part): Part {
  const arrived = { type: 'ParcelArrived', data: { parcelId: 'p1', lockerId: 'l1', pin: '11' }, metadata };
  return {
    description,
    givenEvents: metadata && [arrived],
    whenCommand: { type: 'collectParcel', data: { parcelId: 'p1', pin } },
    ...expected,
  };
}

const file = (content: unknown, name = 'a.json') => ({ name, text: JSON.stringify(content) });

function importOne(...documents: readonly Part[]) {
  const { model, diagnostics } = importDcb(
    documents.map((content, index) => file(content, `${index + 1}.json`)),
  );
  if (model === null) throw new Error('nothing was imported');
  return { model, diagnostics };
}

function failures(model: ReturnType<typeof importOne>['model']) {
  const compiled = compileModel(model);
  const failed = runExamples(compiled).filter(({ passed }) => !passed);
  return [...compiled.diagnostics, ...failed.map(({ name, problem }) => `${name}: ${problem}`)];
}

/** One command that only one projection and one check matter to. */
function small(projection: Part, check: Part, more: Part = {}): Part {
  return {
    meta: { version: '1.0', id: 'small' },
    eventDefinitions: [
      {
        name: 'Paid',
        schema: object({ account: 'string', amount: 'number' }),
        tagResolvers: ['account:{data.account}'],
      },
    ],
    commandDefinitions: [{ name: 'pay', schema: object({ account: 'string', amount: 'number' }) }],
    projections: [
      {
        name: 'paid',
        parameterSchema: object({ account: 'string' }),
        tagFilters: ['account:{account}'],
        ...projection,
      },
    ],
    commandHandlerDefinitions: [
      {
        commandName: 'pay',
        decisionModels: [{ name: 'paid', parameters: ['command.account'] }],
        constraintChecks: [check],
        successEvent: { type: 'Paid', data: { account: '{command.account}', amount: '{command.amount}' } },
      },
    ],
    ...more,
  };
}

const pay = (description: string, given: readonly number[], amount: number, expected: Part): Part => ({
  description,
  givenEvents: given.map((each) => ({ type: 'Paid', data: { account: 'a', amount: each } })),
  whenCommand: { type: 'pay', data: { account: 'a', amount } },
  ...expected,
});
const paid = (amount: number) => ({ thenExpectedEvent: { type: 'Paid', data: { account: 'a', amount } } });

describe('a whole document', () => {
  const { model, diagnostics } = importOne(shop());

  it('imports without a finding, as a valid model in canonical key order', () => {
    expect(diagnostics).toEqual([]);
    expect(modelSchema.parse(model)).toEqual(model);
    expect(Object.keys(model)).toEqual(
      'ambit name description tags events constraints commands examples races'.split(' '),
    );
  });

  it('has all test cases as examples, and they pass', () => {
    expect(model.examples).toHaveLength(7);
    expect(failures(model)).toEqual([]);
  });

  it('takes its name from the document and its tags from the resolvers', () => {
    expect(model.name).toBe('Parcel shop');
    expect(model.tags).toEqual({ parcel: {}, locker: {} });
    expect(model.events?.['ParcelArrived']).toEqual({
      fields: { parcelId: 'string', lockerId: 'string', pin: 'string' },
      tags: { parcel: 'event.parcelId', locker: 'event.lockerId' },
    });
  });

  it('makes a constraint of each check, named after what it demands', () => {
    expect(Object.keys(model.constraints ?? {})).toEqual([
      'LockerNotOccupied',
      'WaitingParcelExists',
      'WaitingParcelNotCollected',
      'WaitingParcelNotStale',
      'WaitingParcelLabelPinEqualsPin',
    ]);
    expect(model.constraints?.['LockerNotOccupied']).toEqual({
      parameters: { lockerId: 'string' },
      projections: {
        isLockerOccupied: {
          tags: { locker: 'lockerId' },
          initial: false,
          on: { ParcelArrived: 'true', ParcelCollected: 'false' },
        },
      },
      rule: '!isLockerOccupied',
      message: 'Locker "{lockerId}" is occupied',
    });
  });

  it('turns ages into durations, and spread objects into their keys', () => {
    const { on, initial } = model.constraints?.['WaitingParcelExists']?.projections?.['waitingParcel'] ?? {};
    expect(initial).toBeNull();
    expect(on?.['ParcelArrived']).toBe(
      '{"label": event, "collected": false, "stale": now - time > duration("168h")}',
    );
    expect(on?.['ParcelCollected']).toBe(
      'state == null ? {"label": null, "stale": null, "collected": true} : {"label": state.label, "stale": state.stale, "collected": true}',
    );
  });

  it('guards a rule against the null that an earlier check used to rule out', () => {
    expect(model.constraints?.['WaitingParcelNotCollected']?.rule).toBe(
      'waitingParcel == null || !waitingParcel.collected',
    );
  });

  it('emits fields of the command as they are, others as expressions', () => {
    expect(model.commands?.['storeParcel']?.emits).toEqual(['ParcelArrived']);
    expect(model.commands?.['collectParcel']?.emits).toEqual([
      { event: 'ParcelCollected', data: { lockerId: 'WaitingParcelExists.waitingParcel.label.lockerId' } },
    ]);
  });

  it('turns ages of given events into times before a fixed now', () => {
    const example = model.examples?.find(({ name }) => name === 'A stale parcel went back');
    expect(example?.given?.[0]?.time).toBe('1999-12-24T00:00:00Z');
    expect(example?.when?.now).toBe('2000-01-01T00:00:00Z');
  });

  it('adds one race per command that some example accepts', () => {
    expect(model.races?.map(({ name, commands }) => [name, commands?.length])).toEqual([
      ['Twice at once: An empty locker takes a parcel', 2],
      ['Twice at once: The right pin opens', 2],
    ]);
  });

  it('has races that can be explored', () => {
    const compiled = compileModel(model);
    for (const race of model.races ?? []) {
      expect(explore(compiled, race, 'tag-condition')).toMatchObject({ schedules: '6' });
    }
  });

  it('gives the same model again', () => {
    expect(JSON.stringify(importOne(shop()).model)).toBe(JSON.stringify(model));
  });
});

describe('a chain of documents', () => {
  const base = shop({ testCases: [] });
  const extension = {
    meta: { version: '1.0', id: 'parcel_shop_02', extends: 'parcel_shop_01' },
    projections: [
      {
        name: 'isLockerOccupied',
        parameterSchema: object({ lockerId: 'string' }),
        stateSchema: { type: 'boolean', default: false },
        handlers: { ParcelArrived: 'true' },
        tagFilters: ['locker:{lockerId}'],
      },
    ],
  };

  it.each([
    ['in order', [base, extension]],
    ['out of order', [extension, base]],
  ])('lets a definition replace the one it extends, %s', (_, documents) => {
    const { model, diagnostics } = importOne(...documents);
    expect(diagnostics).toEqual([]);
    expect(model.constraints?.['LockerNotOccupied']?.projections?.['isLockerOccupied']?.on).toEqual({
      ParcelArrived: 'true',
    });
  });

  it('names a base that is missing', () => {
    const { diagnostics } = importOne(extension);
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: 'dcb-missing-base', severity: 'error', at: '/meta/extends' }),
    );
  });

  it('takes files that extend each other in the given order', () => {
    const first = { ...base, meta: { id: 'parcel_shop_01', extends: 'parcel_shop_02' } };
    const { model, diagnostics } = importOne(first, extension);
    expect(diagnostics.map(({ code }) => code)).toEqual(['dcb-extends-cycle']);
    expect(model.description).toContain('parcel_shop_01, parcel_shop_02');
  });
});

describe('numbers', () => {
  const sum = {
    stateSchema: { type: 'number', default: 0 },
    handlers: { Paid: 'state + event.data.amount' },
  };
  const limit = { condition: 'state.paid + command.amount > 100', errorMessage: 'Too much' };

  it('are ints where all values seen are whole', () => {
    const testCases = [
      pay('Ten', [], 10, paid(10)),
      pay('Over', [95], 10, { thenExpectedError: 'Too much' }),
    ];
    const { model } = importOne(small(sum, limit, { testCases }));
    expect(model.events?.['Paid']?.fields).toEqual({ account: 'string', amount: 'int' });
    expect(model.constraints?.['PayCheck1']?.rule).toBe('paid + command.amount <= 100');
    expect(failures(model)).toEqual([]);
  });

  it('are doubles where one has a fraction, and sums of them start as doubles', () => {
    const testCases = [
      pay('Half', [], 0.5, paid(0.5)),
      pay('On top', [0.5, 90], 9.5, paid(9.5)),
      pay('Over', [90.25, 4], 10, { thenExpectedError: 'Too much' }),
    ];
    const { model } = importOne(small(sum, limit, { testCases }));
    expect(model.events?.['Paid']?.fields?.['amount']).toBe('double');
    expect(model.constraints?.['PayCheck1']?.projections?.['paid']?.on).toEqual({
      Paid: 'double(state) + event.amount',
    });
    expect(failures(model)).toEqual([]);
  });
});

describe('lists, missing ages and other states', () => {
  it('folds a list and asks whether it holds a value', () => {
    const projection = {
      stateSchema: { type: 'array', items: { type: 'number' }, default: [] },
      handlers: { Paid: '[...state, event.data.amount]' },
    };
    const check = {
      condition: 'state.paid.includes(command.amount)',
      errorMessage: 'Paid {command.amount} before',
    };
    const testCases = [
      pay('New', [1, 2], 3, paid(3)),
      pay('Old', [1, 2], 2, { thenExpectedError: 'Paid 2 before' }),
    ];
    const { model, diagnostics } = importOne(small(projection, check, { testCases }));
    expect(diagnostics).toEqual([]);
    expect(model.constraints?.['AmountNotInPaid']?.rule).toBe('!(amount in paid)');
    expect(failures(model)).toEqual([]);
  });

  it('takes an event without an age for an old one where only youth is asked for', () => {
    const projection = {
      stateSchema: { type: 'boolean', default: false },
      handlers: { Paid: 'event.metadata?.minutesAgo <= 10' },
    };
    const check = { condition: 'state.paid', errorMessage: 'Just paid' };
    const { model } = importOne(small(projection, check, { testCases: [pay('Again', [1], 2, paid(2))] }));
    expect(model.examples?.[0]?.given?.[0]?.time).toBe('1999-12-31T23:49:00Z');
    expect(failures(model)).toEqual([]);
  });

  it('adds no guard against null where the condition has its own', () => {
    const stateSchema = { type: 'object', properties: { blocked: { type: 'boolean' } } };
    const projection = { stateSchema, handlers: { Paid: '({blocked: event.data.amount > 10})' } };
    const check = { condition: '!state.paid || state.paid.blocked', errorMessage: 'Unknown or blocked' };
    const testCases = [
      pay('Unknown', [], 1, { thenExpectedError: 'Unknown or blocked' }),
      pay('Blocked', [11], 1, { thenExpectedError: 'Unknown or blocked' }),
      pay('Known', [1], 1, paid(1)),
    ];
    const { model } = importOne(small(projection, check, { testCases }));
    expect(Object.values(model.constraints ?? {})[0]?.rule).toBe('!(paid == null || paid.blocked)');
    expect(failures(model)).toEqual([]);
  });

  it('lets a handler see the parameters of its projection', () => {
    const projection = {
      stateSchema: { type: 'boolean', default: false },
      handlers: { Paid: 'event.data.account === account || event.metadata?.daysAgo <= 3' },
    };
    const check = { condition: 'state.paid', errorMessage: 'Paid by {command.account} {state.paid}' };
    const testCases = [pay('Again', [1], 2, { thenExpectedError: 'Paid by a true' })];
    const { model } = importOne(small(projection, check, { testCases }));
    expect(model.constraints?.['NotPaid']?.projections?.['paid']?.on).toEqual({
      Paid: 'event.account == account || now - time <= duration("72h")',
    });
    expect(model.constraints?.['NotPaid']?.message).toBe('Paid by {account} {paid}');
    expect(failures(model)).toEqual([]);
  });

  it('keeps the boundary of a decision model that no check mentions, and can emit its value', () => {
    const content = small(
      {
        stateSchema: { type: 'number', default: 1 },
        handlers: { Paid: 'event.data.amount + 1' },
        parameterSchema: null,
        tagFilters: null,
      },
      { condition: 'false', errorMessage: 'Never' },
    );
    const [handler] = content['commandHandlerDefinitions'] as Part[];
    const numbered = {
      ...handler,
      decisionModels: [{ name: 'paid' }],
      constraintChecks: [],
      successEvent: { type: 'Paid', data: { account: 'no. {command.account}', amount: '{state.paid}' } },
    };
    const testCases = [
      {
        description: 'Second',
        givenEvents: [{ type: 'Paid', data: { account: 'a', amount: 1 } }],
        whenCommand: { type: 'pay', data: { account: 'a' } },
        thenExpectedEvent: { type: 'Paid', data: { account: 'no. a', amount: 2 } },
      },
    ];
    const { model } = importOne({ ...content, commandHandlerDefinitions: [numbered], testCases });
    expect(model.constraints?.['Paid']).toEqual({
      projections: { paid: { initial: 1, on: { Paid: 'event.amount + 1' } } },
    });
    expect(model.commands?.['pay']?.emits).toEqual([
      { event: 'Paid', data: { account: '"no. " + command.account', amount: 'Paid.paid' } },
    ]);
    expect(failures(model)).toEqual([]);
  });

  it('binds parameters that are not the field of the same name, and keeps two of a name apart', () => {
    const content = small(
      { stateSchema: { type: 'number', default: 0 }, handlers: { Paid: 'state + 1' } },
      { condition: 'state.paid > state.received', errorMessage: 'Not balanced' },
    );
    const [first] = content['projections'] as Part[];
    const [handler] = content['commandHandlerDefinitions'] as Part[];
    const decisionModels = [
      { name: 'paid', parameters: ['command.from'] },
      { name: 'received', parameters: ['command.to'] },
    ];
    const { model, diagnostics } = importOne({
      ...content,
      commandDefinitions: [{ name: 'pay', schema: object({ from: 'string', to: 'string' }) }],
      projections: [first, { ...first, name: 'received' }],
      commandHandlerDefinitions: [{ ...handler, decisionModels, successEvent: null }],
    });
    expect(diagnostics).toEqual([]);
    expect(model.constraints?.['PaidAtMostReceived']?.projections?.['received']?.tags).toEqual({
      account: 'account2',
    });
    expect(model.commands?.['pay']?.checks).toEqual([
      { constraint: 'PaidAtMostReceived', with: { account: 'command.from', account2: 'command.to' } },
    ]);
    expect(compileModel(model).diagnostics).toEqual([]);
  });

  it('keeps a parameter that the message needs apart from a projection of its name', () => {
    const content = small(
      { stateSchema: { type: 'number', default: 0 }, handlers: { Paid: 'state + 1' } },
      { condition: 'state.paid >= command.paid', errorMessage: '{state.paid} of {command.paid}' },
    );
    const { model } = importOne({
      ...content,
      commandDefinitions: [{ name: 'pay', schema: object({ account: 'string', paid: 'integer' }) }],
    });
    const [constraint] = Object.values(model.constraints ?? {});
    expect(constraint?.rule).toBe('paid < paid2');
    expect(constraint?.message).toBe('{paid} of {paid2}');
    expect(model.commands?.['pay']?.checks).toEqual([
      { constraint: 'PaidBelowPaid2', with: { paid2: 'command.paid' } },
    ]);
  });

  it('collects several tags of one concept in a list', () => {
    const eventDefinitions = [
      {
        name: 'Renamed',
        schema: object({ before: 'string', after: 'string' }),
        tagResolvers: ['name:{data.before}', 'name:{data.after}', 'kind:renaming'],
      },
    ];
    const { model } = importOne({ meta: { id: 'x' }, eventDefinitions });
    expect(model.events?.['Renamed']?.tags).toEqual({
      name: '[event.before, event.after]',
      kind: '"renaming"',
    });
  });
});

describe('what does not fit', () => {
  const flag = { stateSchema: { type: 'boolean', default: false }, handlers: { Paid: 'true' } };
  const check = { condition: 'state.paid', errorMessage: 'Paid' };

  it('is quoted with its place, and the rest still imports', () => {
    const projection = { ...flag, handlers: { Paid: 'Math.max(state, 1)' } };
    const { model, diagnostics } = importOne(small(projection, check));
    expect(diagnostics).toEqual([
      {
        code: 'dcb-untranslatable',
        severity: 'error',
        at: '/projections/0/handlers/Paid',
        message: expect.stringMatching(/^1\.json: “Math\.max\(state, 1\)” cannot be written in CEL/),
        range: { start: 0, end: 18 },
      },
    ]);
    expect(model.constraints?.['NotPaid']?.projections?.['paid']?.on).toEqual({ Paid: 'state' });
  });

  it('leaves a constraint without its rule, not the command without its boundary', () => {
    const { model, diagnostics } = importOne(
      small(flag, { condition: 'state.paid && isSunday()', errorMessage: 'No' }),
    );
    expect(diagnostics.map(({ at }) => at)).toEqual([
      '/commandHandlerDefinitions/0/constraintChecks/0/condition',
    ]);
    expect(model.constraints?.['PayCheck1']).not.toHaveProperty('rule');
    expect(model.constraints?.['PayCheck1']?.projections).toHaveProperty('paid');
  });

  it('adds a field that is used but not declared, with a warning', () => {
    const commandDefinitions = [{ name: 'pay', schema: object({ customer: 'string', amount: 'number' }) }];
    const testCases = [pay('First', [], 1, paid(1))];
    const { model, diagnostics } = importOne(small(flag, check, { commandDefinitions, testCases }));
    expect(diagnostics).toEqual([
      expect.objectContaining({ code: 'dcb-undeclared', severity: 'warning', at: '/commandDefinitions/0' }),
    ]);
    expect(diagnostics[0]?.message).toContain('"account" (as string)');
    expect(diagnostics[0]?.message).toContain('declares "customer", which nothing uses');
    expect(model.commands?.['pay']?.fields).toEqual({
      customer: 'string?',
      amount: 'int',
      account: 'string',
    });
    expect(failures(model)).toEqual([]);
  });

  it('expects only a rejection where no check has the message', () => {
    const testCases = [pay('Odd', [1], 1, { thenExpectedError: 'Something else' })];
    const { model, diagnostics } = importOne(small(flag, check, { testCases }));
    expect(diagnostics.map(({ code }) => code)).toEqual(['dcb-unmatched-error']);
    expect(model.examples?.[0]?.then).toEqual({ rejected: [] });
  });

  it('reports a projection that is missing, and an item that is no definition', () => {
    const content = small(flag, check, { projections: [{ title: 'no name' }] });
    const { diagnostics } = importOne(content);
    expect(diagnostics.map(({ code, at }) => [code, at])).toContainEqual([
      'dcb-invalid',
      '/projections/0/name',
    ]);
    expect(diagnostics.map(({ code }) => code)).toContain('dcb-unknown-projection');
  });
});

describe('hostile input', () => {
  const codesOf = (text: string) => {
    const { model, diagnostics } = importDcb([{ name: 'bad.json', text }]);
    expect(model).toBeNull();
    return diagnostics.map(({ code }) => code);
  };

  it.each([
    ['nothing', '', ['dcb-not-json']],
    ['no document', '[1, 2]', ['dcb-invalid']],
    ['deep nesting', '['.repeat(100_000), ['dcb-too-large']],
    ['too much', ' '.repeat(10_000_001), ['dcb-too-large']],
  ])('refuses %s', (_, text, codes) => {
    expect(codesOf(text)).toEqual(codes);
  });

  it('says file and line of what is not JSON', () => {
    const { diagnostics } = importDcb([{ name: 'bad.json', text: '{\n  "meta": {},\n  oops\n}' }]);
    expect(diagnostics[0]?.message).toMatch(/^bad\.json: This is not JSON/);
    expect(diagnostics[0]?.position?.line).toBe(3);
  });

  it('imports nothing from no files', () => {
    expect(importDcb([]).model).toBeNull();
  });

  it('takes prototype names for plain ones', () => {
    const names = ['constructor', 'toString', '__proto__'];
    const text = JSON.stringify({
      meta: { id: 'x' },
      eventDefinitions: names.map((name) => ({ name, schema: object({ constructor: 'string' }) })),
      testCases: [],
    }).replace('"properties":{', '"properties":{"__proto__":{"type":"string"},');
    const { model } = importDcb([{ name: 'x.json', text }]);
    expect(Object.keys(model?.events ?? {})).toEqual(['constructor', 'toString']);
    expect(model?.events?.['constructor']).toEqual({ fields: { constructor: 'string' } });
    expect(Object.getPrototypeOf(model?.events)).toBe(Object.prototype);
  });

  it('stops copying a large projection for ever more checks', () => {
    const handlers = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`Event${index}`, '1']));
    const content = small({ stateSchema: { type: 'number', default: 0 }, handlers }, {});
    const [handler] = content['commandHandlerDefinitions'] as Part[];
    const constraintChecks = Array.from({ length: 3000 }, (_, limit) => ({
      condition: `state.paid > ${limit}`,
    }));
    const { diagnostics } = importOne({
      ...content,
      commandHandlerDefinitions: [{ ...handler, constraintChecks }],
    });
    expect(diagnostics.filter(({ code }) => code === 'dcb-too-large')).toHaveLength(1);
  });

  it('takes a document of very many equal test cases', () => {
    const testCases = Array.from({ length: 20_000 }, () => pay('Same', [], 1, paid(1)));
    const projection = { stateSchema: { type: 'boolean', default: false }, handlers: { Paid: 'true' } };
    const { model } = importOne(small(projection, { condition: 'state.paid' }, { testCases }));
    expect(model.examples?.at(-1)?.name).toBe('Same (20000)');
  });

  it('never throws, whatever stands where an expression should', () => {
    const odd = [
      '{command.account}'.repeat(100_000),
      '',
      '}{',
      '`${',
      '...state',
      'event.data.a.b.c?.d',
      'import("x")',
      'state?.[0]',
      'this',
      '1n',
      '"\\ud800"',
    ];
    for (const condition of odd) {
      const projection = {
        stateSchema: { type: 'boolean' },
        handlers: { Paid: condition },
        tagFilters: [condition],
      };
      const content = small(projection, { condition, errorMessage: condition });
      expect(() => importDcb([file(content)])).not.toThrow();
    }
  });
});
