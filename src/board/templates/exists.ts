import type { ConstraintDefinition, Model } from '../../model/schema.ts';
import { listGuardedEvents, makeEventsSlot } from './events-slot.ts';
import { isPlainly } from './expressions.ts';
import {
  keepKeys,
  makeKeysSlot,
  proposeKeys,
  readKeys,
  sayKeys,
  sayTag,
  writeParameters,
  writeTags,
} from './keys.ts';
import { onEach, readOnly, sortEvents } from './read-on.ts';
import type { Key, Part, Template } from './template.ts';

/** Something happened for the same keys, and nothing ended it since; or the opposite. */
export interface Exists {
  readonly flag: string;
  readonly isWanted: boolean;
  readonly made: readonly string[];
  readonly ended: readonly string[];
  readonly keys: readonly Key[];
}

/** The constraint that a sentence of this form stands for. */
export function writeExists({ flag, isWanted, made, ended, keys }: Exists): ConstraintDefinition {
  const on = Object.fromEntries([...onEach(made, 'true'), ...onEach(ended, 'false')]);
  return {
    ...writeParameters(keys),
    projections: Object.fromEntries([[flag, { ...writeTags(keys), initial: false, on }]]),
    rule: isWanted ? flag : `!${flag}`,
  };
}

/** What such a constraint says; null when it says anything else, or more. */
export function readExists(definition: ConstraintDefinition): Exists | null {
  const only = readOnly(definition);
  const keys = readKeys(definition);
  const rule = definition.rule ?? '';
  if (only === null || keys === null || only.projection.initial !== false) return null;
  const isWanted = isPlainly(rule, only.name);
  if (!isWanted && !isPlainly(rule, `! ${only.name}`)) return null;
  const events = sortEvents(only.projection, (expression) => {
    if (isPlainly(expression, 'true')) return 'made';
    return isPlainly(expression, 'false') ? 'ended' : undefined;
  });
  return events && { flag: only.name, isWanted, made: events.made ?? [], ended: events.ended ?? [], keys };
}

function sayParts(said: Exists, model: Model, name: string): readonly Part[] {
  const { flag, isWanted, made, ended, keys } = said;
  const change = (next: Partial<Exists>) => writeExists({ ...said, ...next });
  return [
    makeEventsSlot(model, {
      label: 'What happened',
      value: made,
      elsewhere: ended,
      change: (next) =>
        change({ made: next, keys: keepKeys(keys, made, () => proposeKeys(model, next, name, [flag])) }),
    }),
    {
      kind: 'choice',
      label: 'Whether it must have happened',
      value: isWanted ? 'yes' : 'no',
      options: [
        { value: 'yes', label: 'has happened' },
        { value: 'no', label: 'has not happened' },
      ],
      empty: '',
      isOptional: false,
      change: (next) => change({ isWanted: next === 'yes' }),
    },
    keys.length > 0 ? 'for the same' : 'in',
    makeKeysSlot(model, {
      value: keys,
      events: made,
      taken: [flag],
      change: (next) => change({ keys: next }),
    }),
    isWanted ? ', and was not ended since by' : ', or was ended since by',
    makeEventsSlot(model, {
      label: 'Events that end it',
      value: ended,
      elsewhere: made,
      empty: 'anything',
      isOptional: true,
      change: (next) => change({ ended: next }),
    }),
  ];
}

function sayMessage({ isWanted, keys }: Exists): string {
  if (keys.length === 0) return isWanted ? 'That has not happened yet' : 'That has happened already';
  const [first] = keys;
  if (keys.length > 1 || first === undefined) {
    return `${sayKeys(keys)}: that has ${isWanted ? 'not happened yet' : 'happened already'}`;
  }
  const thing = `${sayTag(first.tag)} {${first.parameter}}`;
  return isWanted ? `There is no ${thing}` : `There is ${thing} already`;
}

function start(model: Model, name: string): Exists {
  const isNew = /New|Not|No[A-Z]|Free/.test(name);
  const made = isNew ? listGuardedEvents(model, name).slice(0, 1) : [];
  return {
    flag: 'exists',
    isWanted: !isNew,
    made,
    ended: [],
    keys: proposeKeys(model, made, name, ['exists']),
  };
}

/** "CourseDefined has happened for the same course." */
export const EXISTS: Template = {
  id: 'exists',
  label: 'Exists',
  explanation: 'Something must have happened before, or must not have.',
  start: (model, name) => writeExists(start(model, name)),
  open: (definition, model, name) => {
    const said = readExists(definition);
    return said && { parts: sayParts(said, model, name), message: sayMessage(said) };
  },
};
