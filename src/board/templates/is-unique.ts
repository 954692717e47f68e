import type { ConstraintDefinition, Model } from '../../model/schema.ts';
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
import { onEach, readOnly, sortEvents } from './read-on.ts';
import type { Key, Part, Template } from './template.ts';

/** No event took the same value yet, or another one freed it since. It counts, so that it differs from "has not happened". */
export interface IsUnique {
  readonly count: string;
  readonly takers: readonly string[];
  readonly freers: readonly string[];
  readonly keys: readonly Key[];
}

/** The constraint that a sentence of this form stands for. */
export function writeIsUnique({ count, takers, freers, keys }: IsUnique): ConstraintDefinition {
  const on = Object.fromEntries([...onEach(takers, 'state + 1'), ...onEach(freers, '0')]);
  return {
    ...writeParameters(keys),
    projections: Object.fromEntries([[count, { ...writeTags(keys), initial: 0, on }]]),
    rule: `${count} == 0`,
  };
}

/** What such a constraint says; null when it says anything else, or more. */
export function readIsUnique(definition: ConstraintDefinition): IsUnique | null {
  const only = readOnly(definition);
  const keys = readKeys(definition);
  if (only === null || keys === null || only.projection.initial !== 0) return null;
  if (!isPlainly(definition.rule ?? '', `${only.name} == 0`)) return null;
  const events = sortEvents(only.projection, (expression) => {
    if (isPlainly(expression, 'state + 1')) return 'takers';
    return isPlainly(expression, '0') ? 'freers' : undefined;
  });
  return events && { count: only.name, takers: events.takers ?? [], freers: events.freers ?? [], keys };
}

function sayParts(said: IsUnique, model: Model, name: string): readonly Part[] {
  const { count, takers, freers, keys } = said;
  const change = (next: Partial<IsUnique>) => writeIsUnique({ ...said, ...next });
  return [
    'No',
    makeEventsSlot(model, {
      label: 'Events that take the value',
      value: takers,
      elsewhere: freers,
      change: (next) =>
        change({ takers: next, keys: keepKeys(keys, takers, () => proposeKeys(model, next, name, [count])) }),
    }),
    keys.length > 0 ? 'so far has the same' : 'so far is in',
    makeKeysSlot(model, {
      value: keys,
      events: takers,
      taken: [count],
      change: (next) => change({ keys: next }),
    }),
    ', unless freed since by',
    makeEventsSlot(model, {
      label: 'Events that free the value',
      value: freers,
      elsewhere: takers,
      empty: 'nothing',
      isOptional: true,
      change: (next) => change({ freers: next }),
    }),
  ];
}

function sayMessage({ keys }: IsUnique): string {
  return keys.length === 0 ? 'That is taken already' : `${sayKeys(keys)} is taken already`;
}

function start(model: Model, name: string): IsUnique {
  const takers = listGuardedEvents(model, name).slice(0, 1);
  return { count: 'uses', takers, freers: [], keys: proposeKeys(model, takers, name, ['uses']) };
}

/** "No UserRegistered so far has the same email." */
export const IS_UNIQUE: Template = {
  id: 'is-unique',
  label: 'Is unique',
  explanation: 'A value may be taken once, such as an email address.',
  start: (model, name) => writeIsUnique(start(model, name)),
  open: (definition, model, name) => {
    const said = readIsUnique(definition);
    return said && { parts: sayParts(said, model, name), message: sayMessage(said) };
  },
};
