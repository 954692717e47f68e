import { isJsonObject } from '../lib/is-json-object.ts';
import type { JsonObject } from '../lib/json.ts';

const MARKS = [1, 2, 3, 4, 5, 6] as const;

/** Which of the six pairs of ink and shape a tag is drawn with. */
export type TagMark = (typeof MARKS)[number];

/** The mark of a tag: by its order in the document, so that it stays while others come after it. */
export function findTagMark(document: JsonObject, tag: string): TagMark {
  const tags = document['tags'];
  const index = isJsonObject(tags) ? Object.keys(tags).indexOf(tag) : -1;
  return MARKS[Math.max(0, index) % MARKS.length] ?? 1;
}
