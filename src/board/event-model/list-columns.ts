import { getOwn } from '../../lib/get-own.ts';
import type { Model } from '../../model/schema.ts';
import type { Arrow } from '../edits/arrows.ts';
import { BOARD_SECTIONS, type BoardKind, type ElementKey, makeKey, parseKey } from '../element-key.ts';
import type { Column } from './event-model-layout.ts';
import { METHOD_KINDS } from './lanes.ts';

/** What stands in the last column when it is in no slice. Rules stand on the notes of the commands that check them. */
const LOOSE_KINDS: readonly BoardKind[] = [...METHOD_KINDS, 'hotspot', 'opportunity', 'note'];

/** The columns of an event model: its slices in their order, and at the end what is in none of them. */
export function listColumns(model: Model, arrows: readonly Arrow[]): Column[] {
  const seen = new Map<string, number>();
  const slices: Column[] = (model.slices ?? []).map((slice, index) => ({
    id: makeId(slice.name, seen),
    slice: index,
    name: slice.name,
    kind: slice.kind ?? null,
    status: slice.status ?? null,
    keys: withPeople(listKnown(model, slice.elements ?? []), arrows),
  }));
  const shown = new Set(slices.flatMap(({ keys }) => keys));
  const rest = listLoose(model, arrows, shown);
  if (rest.length === 0) return slices;
  return [
    ...slices,
    { id: 'rest', slice: null, name: 'Not in a slice yet', kind: null, status: null, keys: rest },
  ];
}

/** By name and not by index, so that a slice that is moved stays the same one. */
function makeId(name: string, seen: Map<string, number>): string {
  const before = seen.get(name) ?? 0;
  seen.set(name, before + 1);
  return `slice:${before}:${name}`;
}

/** The elements that are there, each once; frames and labels are no notes. */
function listKnown(model: Model, elements: readonly string[]): ElementKey[] {
  const known = new Set<ElementKey>();
  for (const element of elements) {
    const parsed = parseKey(element);
    if (!parsed || ['tag', 'context', 'aggregate'].includes(parsed.kind)) continue;
    if (getOwn(model[BOARD_SECTIONS[parsed.kind]], parsed.name)) known.add(makeKey(parsed.kind, parsed.name));
  }
  return [...known];
}

/** With the actors who give the slice's commands: they need not be put in by hand. */
function withPeople(keys: readonly ElementKey[], arrows: readonly Arrow[]): ElementKey[] {
  const people = arrows
    .filter(({ relation, to }) => relation === 'asks' && keys.includes(to))
    .map(({ from }) => from);
  return [...new Set([...people, ...keys])];
}

function listLoose(model: Model, arrows: readonly Arrow[], shown: ReadonlySet<ElementKey>): ElementKey[] {
  const checked = new Set(arrows.filter(({ relation }) => relation === 'checks').map(({ from }) => from));
  const loose: ElementKey[] = [];
  for (const kind of [...LOOSE_KINDS, 'constraint'] as const) {
    for (const name of Object.keys(model[BOARD_SECTIONS[kind]] ?? {})) {
      const key = makeKey(kind, name);
      if (!shown.has(key) && !checked.has(key)) loose.push(key);
    }
  }
  return loose;
}
