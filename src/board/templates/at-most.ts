import { getOwn } from '../../lib/get-own.ts';
import type { ConstraintDefinition, Model } from '../../model/schema.ts';
import {
  listAmountParameters,
  listAmountProjections,
  makeAmountSlot,
  nameAmount,
  readAmount,
  sayAmount,
} from './amount.ts';
import { listGuardedEvents, makeEventsSlot } from './events-slot.ts';
import { isPlainly } from './expressions.ts';
import {
  keepKeys,
  makeKeysSlot,
  proposeKeys,
  readKeys,
  sayKeys,
  writeParameters,
  writeTags,
} from './keys.ts';
import { onEach, sortEvents } from './read-on.ts';
import type { Amount, Key, Part, Template } from './template.ts';

/** At most so many of these events, for the same keys. */
export interface AtMost {
  readonly count: string;
  readonly counted: readonly string[];
  /** Each takes one away from the count. */
  readonly returned: readonly string[];
  readonly most: Amount;
  readonly keys: readonly Key[];
}

/** The constraint that a sentence of this form stands for. */
export function writeAtMost({ count, counted, returned, most, keys }: AtMost): ConstraintDefinition {
  const on = Object.fromEntries([...onEach(counted, 'state + 1'), ...onEach(returned, 'state - 1')]);
  const projection = [count, { ...writeTags(keys), initial: 0, on }] as const;
  return {
    ...writeParameters(keys, listAmountParameters(most)),
    projections: Object.fromEntries([...listAmountProjections(most, keys), projection]),
    rule: `${count} < ${nameAmount(most)}`,
  };
}

/** What such a constraint says; null when it says anything else, or more. */
export function readAtMost(definition: ConstraintDefinition): AtMost | null {
  const [, count, limit] = /^\s*([A-Za-z_]\w*)\s*<\s*(\w+)\s*$/.exec(definition.rule ?? '') ?? [];
  if (count === undefined || limit === undefined || count === limit) return null;
  const projection = getOwn(definition.projections, count);
  const most = readAmount(limit, definition);
  if (projection === undefined || projection.initial !== 0 || most === null) return null;
  const wanted = most.kind === 'latest' ? 2 : 1;
  if (Object.keys(definition.projections ?? {}).length !== wanted) return null;
  const keys = readKeys(definition, listAmountParameters(most));
  const events = sortEvents(projection, (expression) => {
    if (isPlainly(expression, 'state + 1')) return 'counted';
    return isPlainly(expression, 'state - 1') ? 'returned' : undefined;
  });
  if (keys === null || events === null) return null;
  return { count, counted: events.counted ?? [], returned: events.returned ?? [], most, keys };
}

function sayParts(said: AtMost, model: Model, name: string): readonly Part[] {
  const { count, counted, returned, most, keys } = said;
  const change = (next: Partial<AtMost>) => writeAtMost({ ...said, ...next });
  const propose = (events: readonly string[]) => () =>
    proposeKeys(model, events, name, [count, nameAmount(most)]);
  return [
    'At most',
    makeAmountSlot(model, name, {
      label: 'How many',
      value: most,
      taken: [count, ...keys.map(({ parameter }) => parameter)],
      change: (next) => change({ most: next }),
    }),
    makeEventsSlot(model, {
      label: 'Events that are counted',
      value: counted,
      elsewhere: returned,
      change: (next) => change({ counted: next, keys: keepKeys(keys, counted, propose(next)) }),
    }),
    keys.length > 0 ? 'for the same' : 'in',
    makeKeysSlot(model, {
      value: keys,
      events: counted,
      taken: [count, nameAmount(most)],
      change: (next) => change({ keys: next }),
    }),
    ', given back by',
    makeEventsSlot(model, {
      label: 'Events that give one back',
      value: returned,
      elsewhere: counted,
      empty: 'nothing',
      isOptional: true,
      change: (next) => change({ returned: next }),
    }),
  ];
}

function sayMessage({ count, most, keys }: AtMost): string {
  const limit = sayAmount(most);
  return keys.length === 0
    ? `There are {${count}} already, and ${limit} is the most`
    : `${sayKeys(keys)} has {${count}} already, and ${limit} is the most`;
}

function start(model: Model, name: string): AtMost {
  const counted = listGuardedEvents(model, name).slice(0, 1);
  const most: Amount = { kind: 'number', number: 1 };
  return { count: 'taken', counted, returned: [], most, keys: proposeKeys(model, counted, name, ['taken']) };
}

/** "At most 3 StudentSubscribed for the same course." */
export const AT_MOST: Template = {
  id: 'at-most',
  label: 'At most N',
  explanation: 'Something may happen only so many times, such as seats in a course.',
  start: (model, name) => writeAtMost(start(model, name)),
  open: (definition, model, name) => {
    const said = readAtMost(definition);
    return said && { parts: sayParts(said, model, name), message: sayMessage(said) };
  },
};
