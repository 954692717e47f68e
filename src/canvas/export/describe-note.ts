import { type BoardKind, findElement, makeKey } from '../../board/element-key.ts';
import { KINDS } from '../../board/kinds.ts';
import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { JsonObject } from '../../lib/json.ts';

/** What is written on a note. */
export interface NoteText {
  readonly label: string;
  readonly name: string;
  /** The rule of a constraint, in the model's voice. */
  readonly foot: string | null;
  readonly tags: readonly string[];
}

/** What is written on the note of an element. */
export function describeNote(document: JsonObject, kind: BoardKind, name: string): NoteText {
  const element = findElement(document, makeKey(kind, name)) ?? {};
  const rule = kind === 'constraint' ? getOwn(element, 'rule') : undefined;
  const tags = kind === 'event' ? getOwn(element, 'tags') : undefined;
  return {
    label: KINDS[kind].label,
    name,
    foot: typeof rule === 'string' ? rule : null,
    tags: isJsonObject(tags) ? Object.keys(tags) : [],
  };
}
