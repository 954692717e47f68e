import type { ConstraintDefinition, Model } from '../../model/schema.ts';
import { makeEventsSlot } from './events-slot.ts';
import { readText, writeText } from './expressions.ts';
import {
  keepKeys,
  makeKeysSlot,
  proposeKeys,
  readKeys,
  sayKeys,
  writeParameters,
  writeTags,
} from './keys.ts';
import { readOnly } from './read-on.ts';
import type { EventState, Key, Part, Template } from './template.ts';

/** The latest of several events says which state something is in, and only some states will do. */
export interface StateIs {
  readonly status: string;
  /** The state before the first event. */
  readonly first: string;
  readonly states: readonly EventState[];
  readonly allowed: readonly string[];
  readonly keys: readonly Key[];
}

/** The constraint that a sentence of this form stands for. */
export function writeStateIs({ status, first, states, allowed, keys }: StateIs): ConstraintDefinition {
  const on = Object.fromEntries(states.map(({ event, state }) => [event, writeText(state)]));
  const [only, ...more] = allowed.map(writeText);
  return {
    ...writeParameters(keys),
    projections: Object.fromEntries([[status, { ...writeTags(keys), initial: first, on }]]),
    rule:
      only !== undefined && more.length === 0
        ? `${status} == ${only}`
        : `${status} in [${allowed.map(writeText).join(', ')}]`,
  };
}

/** What such a constraint says; null when it says anything else, or more. */
export function readStateIs(definition: ConstraintDefinition): StateIs | null {
  const only = readOnly(definition);
  const keys = readKeys(definition);
  if (only === null || keys === null) return null;
  const { initial: first, on = {} } = only.projection;
  const allowed = readAllowed(definition.rule ?? '', only.name);
  if (typeof first !== 'string' || allowed === null) return null;
  const states: EventState[] = [];
  for (const [event, expression] of Object.entries(on)) {
    const state = readText(expression);
    if (state === undefined) return null;
    states.push({ event, state });
  }
  return { status: only.name, first, states, allowed, keys };
}

/** The states that `status == "open"` or `status in ["open", "draft"]` lets through; null for any other rule. */
function readAllowed(rule: string, status: string): readonly string[] | null {
  const [, name, operator, rest = ''] = /^\s*([A-Za-z_]\w*)\s*(==|in\b)\s*(.*?)\s*$/s.exec(rule) ?? [];
  if (name !== status) return null;
  if (operator === '==') {
    const only = readText(rest);
    return only === undefined ? null : [only];
  }
  const [, list] = /^\[(.*)\]$/s.exec(rest) ?? [];
  return list === undefined ? null : readTexts(list);
}

const TEXT = /^\s*("(?:[^"\\\n]|\\.)*"|'[^'\\\n]*')\s*(,|$)/;

function readTexts(list: string): readonly string[] | null {
  const texts: string[] = [];
  let rest = list;
  while (rest.trim() !== '') {
    const [whole = '', quoted = '', separator] = TEXT.exec(rest) ?? [];
    const text = readText(quoted);
    if (text === undefined) return null;
    texts.push(text);
    rest = rest.slice(whole.length);
    if (separator === ',' && rest.trim() === '') return null;
  }
  return texts;
}

function sayParts(said: StateIs, model: Model, name: string): readonly Part[] {
  const { status, first, states, allowed, keys } = said;
  const change = (next: Partial<StateIs>) => writeStateIs({ ...said, ...next });
  const events = states.map(({ event }) => event);
  const known = [...new Set([...states.map(({ state }) => state), first, ...allowed])];
  return [
    keys.length > 0 ? 'The state of the same' : 'The state of',
    makeKeysSlot(model, { value: keys, events, taken: [status], change: (next) => change({ keys: next }) }),
    'is',
    {
      kind: 'texts',
      label: 'States that will do',
      value: allowed,
      options: known.filter((state) => state !== ''),
      empty: 'choose a state',
      isOptional: false,
      change: (next) => change({ allowed: next }),
    },
    ', where the latest event says',
    {
      kind: 'states',
      label: 'What each event makes of the state',
      value: states,
      options: makeEventsSlot(model, { label: '', value: [], change: () => writeStateIs(said) }).options,
      empty: 'choose events',
      isOptional: false,
      change: (next) => {
        const chosen = next.map(({ event }) => event);
        const propose = () => proposeKeys(model, chosen, name, [status]);
        return change({ states: next, keys: keepKeys(keys, events, propose) });
      },
    },
    'and before any it is',
    {
      kind: 'text',
      label: 'State before the first event',
      value: first,
      options: known.filter((state) => state !== ''),
      empty: 'nothing',
      isOptional: true,
      change: (next) => change({ first: next }),
    },
  ];
}

function sayMessage({ status, keys }: StateIs): string {
  return keys.length === 0 ? `The state is “{${status}}”` : `${sayKeys(keys)} is “{${status}}”`;
}

/** "The state of the same issue is open, where IssueOpened says open and IssueLocked says locked." */
export const STATE_IS: Template = {
  id: 'state-is',
  label: 'State is one of',
  explanation: 'The latest event decides the state, and only some states will do.',
  start: () => writeStateIs({ status: 'status', first: '', states: [], allowed: [], keys: [] }),
  open: (definition, model, name) => {
    const said = readStateIs(definition);
    return said && { parts: sayParts(said, model, name), message: sayMessage(said) };
  },
};
