import type { JsonObject } from '../../../lib/json.ts';
import type { MigrationDefinition } from '../../../model/schema.ts';
import { readText } from '../../forms/read-json.ts';

export type ChangeKind = NonNullable<MigrationDefinition['change']>;

/** How a part of a migration is typed in. */
export type PartKind = 'event' | 'text' | 'expression' | 'json' | 'names' | 'aggregate';

export interface Part {
  readonly key: string;
  readonly label: string;
  readonly kind: PartKind;
  readonly placeholder?: string;
}

const EVENT: Part = { key: 'event', label: 'Stored type', kind: 'text', placeholder: 'OldName' };
const WHEN: Part = {
  key: 'when',
  label: 'Only when',
  kind: 'expression',
  placeholder: 'over event and time; all when empty',
};

/** What each change is called, what a new one is called, and what it needs. */
export const CHANGES: Readonly<
  Record<ChangeKind, { readonly name: string; readonly title: string; readonly parts: readonly Part[] }>
> = {
  rename: {
    name: 'Rename a type',
    title: 'A better name',
    parts: [EVENT, { key: 'to', label: 'New type', kind: 'event' }, WHEN],
  },
  merge: {
    name: 'Merge two events that state one fact',
    title: 'One event for one fact',
    parts: [
      EVENT,
      { key: 'with', label: 'The other type', kind: 'text', placeholder: 'OtherName' },
      { key: 'by', label: 'Same fact when equal', kind: 'expression', placeholder: 'event.editionId' },
      { key: 'to', label: 'Merged type', kind: 'event' },
      WHEN,
    ],
  },
  split: {
    name: 'Split one event into several',
    title: 'Finer facts',
    parts: [
      EVENT,
      {
        key: 'into',
        label: 'Parts',
        kind: 'json',
        placeholder: '[{"event": "Renamed", "data": {"name": "event.name"}}, …]',
      },
      WHEN,
    ],
  },
  move: {
    name: 'Move to another aggregate’s streams',
    title: 'Another owner',
    parts: [
      EVENT,
      { key: 'aggregate', label: 'To the streams of', kind: 'aggregate' },
      { key: 'from', label: 'Out of the streams of', kind: 'text', placeholder: 'all when empty' },
      WHEN,
    ],
  },
  retag: {
    name: 'Add or remove tags',
    title: 'Other tags',
    parts: [
      EVENT,
      { key: 'add', label: 'Tags to add', kind: 'json', placeholder: '{"book": "event.bookId"}' },
      { key: 'remove', label: 'Concepts to take off', kind: 'names', placeholder: 'category, book' },
      WHEN,
    ],
  },
  fill: {
    name: 'Fill a new field',
    title: 'A new field',
    parts: [
      EVENT,
      { key: 'field', label: 'Field', kind: 'text', placeholder: 'currency' },
      { key: 'value', label: 'Value', kind: 'json', placeholder: '"EUR"' },
      { key: 'expression', label: 'Or expression', kind: 'expression', placeholder: 'event.cents / 100' },
      WHEN,
    ],
  },
  drop: { name: 'Drop events', title: 'No fact of ours', parts: [EVENT, WHEN] },
};

export const CHANGE_KINDS = Object.keys(CHANGES) as readonly ChangeKind[];

/** What a migration does; null for a document that says nothing known. */
export function kindOf(migration: JsonObject): ChangeKind | null {
  const change = readText(migration['change']);
  return CHANGE_KINDS.find((kind) => kind === change) ?? null;
}
