import type { BoardKind } from '../board/element-key.ts';
import { KINDS } from '../board/kinds.ts';
import { getOwn } from '../lib/get-own.ts';
import { isJsonObject } from '../lib/is-json-object.ts';
import type { Json, JsonObject } from '../lib/json.ts';
import { findTagMark } from '../ui/tag-mark.ts';
import type { FaceMark, FaceTag } from './note-face.tsx';

/** What a note shows. */
export interface NoteData extends Record<string, unknown> {
  readonly kind: BoardKind;
  readonly name: string;
  readonly text?: string;
  readonly foot?: string;
  readonly tags: readonly FaceTag[];
  readonly mark?: FaceMark;
}

/** Names this long leave no room for a sentence below. */
const LONG_NAME = 40;
const WITH_TEXT = new Set<BoardKind>([
  'policy',
  'readModel',
  'externalSystem',
  'screen',
  'hotspot',
  'opportunity',
  'note',
]);

/** What the note of an element shows; `element` as the document has it, which may be anything. */
export function describeNote(
  document: JsonObject,
  kind: BoardKind,
  name: string,
  element: Json | undefined,
  mark: FaceMark | undefined,
): NoteData {
  const definition = isJsonObject(element) ? element : {};
  const text = WITH_TEXT.has(kind) && name.length <= LONG_NAME ? readText(definition, kind) : undefined;
  const foot = kind === 'constraint' ? readString(definition['rule']) : undefined;
  return {
    kind,
    name,
    tags: listTags(document, kind, definition).map((tag) => ({
      name: tag,
      mark: findTagMark(document, tag),
    })),
    ...(text === undefined ? {} : { text }),
    ...(foot === undefined ? {} : { foot }),
    ...(mark === undefined ? {} : { mark }),
  };
}

function readText(definition: JsonObject, kind: BoardKind): string | undefined {
  const task = kind === 'externalSystem' ? readString(definition['task']) : undefined;
  return task ?? readString(definition['description']);
}

function readString(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The tags of an event, and of a command those of the events it leads to. */
function listTags(document: JsonObject, kind: BoardKind, definition: JsonObject): readonly string[] {
  if (kind === 'event') return listKeys(definition['tags']);
  if (kind !== 'command') return [];
  const emits = definition['emits'];
  const events = getOwn(document, 'events');
  if (!Array.isArray(emits) || !isJsonObject(events)) return [];
  const tags = emits.flatMap((emit: Json) => {
    const name = isJsonObject(emit) ? emit['event'] : emit;
    const event = typeof name === 'string' ? getOwn(events, name) : undefined;
    return isJsonObject(event) ? listKeys(event['tags']) : [];
  });
  return [...new Set(tags)];
}

function listKeys(value: Json | undefined): readonly string[] {
  return isJsonObject(value) ? Object.keys(value) : [];
}

/** What a screen reader says of a note: "Event CourseDefined, tags course, 1 finding, guarded and needed". */
export function sayNote({ kind, name, tags, mark }: NoteData, words?: string | null): string {
  const parts = [`${KINDS[kind].label} ${name}`];
  if (tags.length > 0)
    parts.push(`${tags.length === 1 ? 'tag' : 'tags'} ${tags.map((tag) => tag.name).join(' ')}`);
  if (mark) parts.push(`${mark.count} ${mark.count === 1 ? 'finding' : 'findings'}`);
  if (words) parts.push(words);
  return parts.join(', ');
}

/** Whether two descriptions show the same. */
export function showsSame(one: NoteData, other: NoteData): boolean {
  return (
    one.kind === other.kind &&
    one.name === other.name &&
    one.text === other.text &&
    one.foot === other.foot &&
    one.mark?.text === other.mark?.text &&
    one.mark?.worst === other.mark?.worst &&
    one.tags.length === other.tags.length &&
    one.tags.every(
      (tag, index) => tag.name === other.tags[index]?.name && tag.mark === other.tags[index].mark,
    )
  );
}
