import { getOwn } from '../../lib/get-own.ts';
import type { BoardKind } from '../element-key.ts';
import { KINDS } from '../kinds.ts';

type Ends = { readonly [to: string]: RelationName };
export type RelationName =
  | 'emits'
  | 'reads'
  | 'checks'
  | 'triggers'
  | 'issues'
  | 'projects'
  | 'notifies'
  | 'shows'
  | 'offers'
  | 'asks';

/** What an arrow means, by the kinds it goes from and to. */
const TABLE: { readonly [from: string]: Ends } = {
  command: { event: 'emits' },
  event: { constraint: 'reads', policy: 'triggers', readModel: 'projects', externalSystem: 'notifies' },
  constraint: { command: 'checks' },
  policy: { command: 'issues' },
  readModel: { screen: 'shows' },
  screen: { command: 'offers' },
  actor: { command: 'asks' },
};

/** What an arrow between two kinds means; undefined when it means nothing. */
export function findRelation(from: BoardKind, to: BoardKind): RelationName | undefined {
  return getOwn(getOwn(TABLE, from), to);
}

/** Why some pairs mean nothing, where there is more to say than the other way round. */
const REASONS: { readonly [pair: string]: string } = {
  'event command':
    'An event does not issue a command by itself. Put a policy between them: event, policy, command.',
  'event event':
    'An event does not lead to another by itself. Put a policy and a command between them: event, policy, command, event.',
  'event screen':
    'A screen shows read models, not events. Put a read model between them: event, read model, screen.',
  'event actor':
    'People see events on screens. Put a read model and a screen between them: event, read model, screen.',
  'command command':
    'A command does not lead to another by itself. Put an event and a policy between them: command, event, policy, command.',
  'command policy': 'A policy reacts to events. Put an event between them: command, event, policy.',
  'command readModel':
    'A read model is made from events. Put an event between them: command, event, read model.',
  'command externalSystem':
    'An external system is told about events. Put an event between them: command, event, external system.',
  'command screen':
    'What a command changes is seen through events. Put an event and a read model between them: command, event, read model, screen.',
  'policy event':
    'A policy does not record events itself. Put a command between them: policy, command, event.',
  'policy constraint':
    'A policy issues a command, and the command keeps constraints. Put a command between them: policy to command, constraint to command.',
  'policy policy':
    'A policy reacts to events. Put a command and an event between them: policy, command, event, policy.',
  'policy externalSystem':
    'An external system is told about events. Draw an arrow from the event to the external system.',
  'actor event': 'An actor gives a command, and the command leads to the event: actor, command, event.',
  'actor screen':
    'An actor gives commands. Draw an arrow from the actor to a command that the screen offers.',
  'actor policy': 'A policy reacts to events. Let the actor give a command that leads to one.',
  'screen event': 'A screen offers a command, and the command leads to the event: screen, command, event.',
  'screen screen':
    'Screens are joined by what happens between them: screen, command, event, read model, screen.',
  'screen actor':
    'Screens have no arrow to people. Draw an arrow from the actor to a command the screen offers.',
  'readModel command':
    'A read model gives no commands. Put a screen between them: read model, screen, command.',
  'readModel policy': 'A policy reacts to events. Draw an arrow from an event to the policy.',
  'readModel constraint':
    'A constraint is decided from events, as a read model may be late. Draw an arrow from the event to the constraint.',
  'readModel readModel':
    'A read model is made from events. Draw an arrow from the event to each of the two read models.',
  'readModel actor': 'People see read models on screens. Draw an arrow from the read model to a screen.',
  'readModel externalSystem':
    'An external system is told about events. Draw an arrow from the event to the external system.',
  'externalSystem event':
    'An external system asks through a command. Add a command that leads to the event, and an actor for the system.',
  'externalSystem command':
    'An external system has no arrow to a command. Add an actor for it, and draw from the actor to the command.',
  'externalSystem policy': 'A policy reacts to events. Draw an arrow from an event to the policy.',
  'constraint event':
    'A constraint reads events: draw it the other way round. What leads to the event is a command: constraint, command, event.',
  'constraint constraint': 'A constraint does not depend on another. Let both read the events they need.',
  'constraint policy': 'A policy reacts to events. A constraint is checked by a command.',
};

/** Why an arrow between two kinds means nothing, and what to draw instead. */
export function sayRefusal(from: BoardKind, to: BoardKind): string {
  const plain = [from, to].find((kind) => !Object.hasOwn(TABLE, kind) && kind !== 'externalSystem');
  if (plain !== undefined) return sayPlain(plain);
  const reason = getOwn(REASONS, `${from} ${to}`);
  if (reason !== undefined) return reason;
  const [one, other] = [nameOf(from), nameOf(to)];
  if (findRelation(to, from) !== undefined) {
    return `An arrow from ${one} to ${other} means nothing. Draw it the other way round, from ${other} to ${one}.`;
  }
  const ends = Object.keys(getOwn(TABLE, from) ?? {}) as BoardKind[];
  if (ends.length === 0) return `No arrow goes out from ${one}. Draw one to it from an event.`;
  return `No arrow goes from ${one} to ${other}. From ${one} draw one to ${ends.map(nameOf).join(' or ')}.`;
}

function sayPlain(kind: BoardKind): string {
  const { label, form } = KINDS[kind];
  const name = `${label.slice(0, 1)}${label.slice(1).toLowerCase()}`;
  const article = articleFor(label);
  if (form === 'label')
    return `${article} ${name.toLowerCase()} has no arrows. Add it to the event it is about.`;
  if (form === 'frame')
    return `${article} ${name.toLowerCase()} has no arrows. Put the events into its frame instead.`;
  return `${article} ${name.toLowerCase()} has no arrows. Put it next to what it is about.`;
}

function nameOf(kind: BoardKind): string {
  const label = KINDS[kind].label.toLowerCase();
  return `${articleFor(label).toLowerCase()} ${label}`;
}

function articleFor(label: string): 'A' | 'An' {
  return /^[aeiou]/i.test(label) ? 'An' : 'A';
}
