import { getOwn } from '../../lib/get-own.ts';
import type { Model } from '../../model/schema.ts';
import { type BoardKind, type ElementKey, parseKey } from '../element-key.ts';
import type { Lane } from './event-model-layout.ts';

/** The kinds that stand in an event model of themselves; others only where a slice names them. */
export const METHOD_KINDS: readonly BoardKind[] = [
  'actor',
  'screen',
  'policy',
  'externalSystem',
  'command',
  'readModel',
  'event',
];

const PEOPLE: Lane = { id: 'people', label: 'People and screens' };
const REACTING: readonly BoardKind[] = ['policy', 'externalSystem'];
const MIDDLE: Lane = { id: 'middle', label: 'Commands and read models' };
const EVENTS: Lane = { id: 'events', label: 'Events' };
const REMARKS: Lane = { id: 'remarks', label: 'Rules and remarks' };

/** The lane that an element stands in. */
export function findLane(model: Model, key: ElementKey): Lane {
  const { kind, name } = parseKey(key) ?? { kind: 'note', name: '' };
  // Whatever starts or follows something stands in the top lane: people at their screens, policies, other systems.
  if (kind === 'actor' || kind === 'screen' || REACTING.includes(kind)) return PEOPLE;
  if (kind === 'command' || kind === 'readModel') return MIDDLE;
  if (kind !== 'event') return REMARKS;
  const context = getOwn(model.events, name)?.context;
  return context === undefined ? EVENTS : { id: `events/${context}`, label: `Events: ${context}` };
}

/** The lanes that these elements need, from top to bottom; those every event model has are always there. */
export function listLanes(model: Model, keys: readonly ElementKey[]): Lane[] {
  const used = new Map<string, Lane>();
  for (const key of keys) {
    const lane = findLane(model, key);
    used.set(lane.id, lane);
  }
  const reacts = keys.some((key) => REACTING.includes(parseKey(key)?.kind ?? 'note'));
  const top = reacts ? { ...PEOPLE, label: 'People, screens and policies' } : PEOPLE;
  const contexts = [...used.values()].filter(({ id }) => id.startsWith('events/'));
  const events = used.has(EVENTS.id) || contexts.length === 0 ? [EVENTS, ...contexts] : contexts;
  return [top, MIDDLE, ...events, ...(used.has(REMARKS.id) ? [REMARKS] : [])];
}
