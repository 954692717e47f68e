import type { ConstraintDefinition, Model } from '../../model/schema.ts';
import { listGuardedEvents, makeEventsSlot } from './events-slot.ts';
import { isPlainly } from './expressions.ts';
import { keepKeys, makeKeysSlot, proposeKeys, readKeys, writeParameters, writeTags } from './keys.ts';
import { onEach, readOnly, sortEvents } from './read-on.ts';
import type { Key, Part, Template } from './template.ts';

/** How many of these events there are: the next one's number is one more. It forbids nothing. */
export interface NextNumber {
  readonly count: string;
  readonly counted: readonly string[];
  readonly keys: readonly Key[];
}

/** The constraint that a sentence of this form stands for. */
export function writeNextNumber({ count, counted, keys }: NextNumber): ConstraintDefinition {
  const on = Object.fromEntries(onEach(counted, 'state + 1'));
  return {
    ...writeParameters(keys),
    projections: Object.fromEntries([[count, { ...writeTags(keys), initial: 0, on }]]),
  };
}

/** What such a constraint says; null when it says anything else, or more. */
export function readNextNumber(definition: ConstraintDefinition): NextNumber | null {
  const only = readOnly(definition);
  const keys = readKeys(definition);
  if (only === null || keys === null || definition.rule !== undefined) return null;
  if (only.projection.initial !== 0) return null;
  const events = sortEvents(only.projection, (expression) =>
    isPlainly(expression, 'state + 1') ? 'counted' : undefined,
  );
  return events && { count: only.name, counted: events.counted ?? [], keys };
}

function sayParts(said: NextNumber, model: Model, name: string): readonly Part[] {
  const { count, counted, keys } = said;
  const change = (next: Partial<NextNumber>) => writeNextNumber({ ...said, ...next });
  return [
    'Gives the next number: one more than the',
    makeEventsSlot(model, {
      label: 'Events that are counted',
      value: counted,
      change: (next) =>
        change({
          counted: next,
          keys: keepKeys(keys, counted, () => proposeKeys(model, next, name, [count])),
        }),
    }),
    keys.length > 0 ? 'so far for the same' : 'so far in',
    makeKeysSlot(model, {
      value: keys,
      events: counted,
      taken: [count],
      change: (next) => change({ keys: next }),
    }),
  ];
}

function start(model: Model, name: string): NextNumber {
  const counted = listGuardedEvents(model, name).slice(0, 1);
  return { count: 'count', counted, keys: proposeKeys(model, counted, name, ['count']) };
}

/** "Gives the next number: one more than the BookAdded so far for the same category." */
export const NEXT_NUMBER: Template = {
  id: 'next-number',
  label: 'Next number',
  explanation: 'Numbers without gaps, such as invoices. It forbids nothing and gives a number to use.',
  start: (model, name) => writeNextNumber(start(model, name)),
  open: (definition, model, name) => {
    const said = readNextNumber(definition);
    return said && { parts: sayParts(said, model, name), message: null };
  },
};
