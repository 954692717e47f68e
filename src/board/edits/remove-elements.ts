import { isJsonObject } from '../../lib/is-json-object.ts';
import type { JsonObject } from '../../lib/json.ts';
import { BOARD_SECTIONS, type ElementKey, makeKey, parseKey } from '../element-key.ts';
import { changeEach, dropEmpty, renameKeys } from './change-each.ts';
import { dropIdleProjections } from './idle-projections.ts';
import { changeReferences } from './references.ts';

/**
 * The document without these elements, their places, and exactly the references to them. What names one in a list goes
 * with its whole entry: an emitted event with its `when` and `data`, a given event, a command of a race. A projection
 * left without events goes unless something still uses it; an example goes with the command it runs, and a race with its
 * last one. Expressions stay as they are written.
 */
export function removeElements(document: JsonObject, keys: Iterable<ElementKey>): JsonObject {
  const removed = new Set<string>(keys);
  if (removed.size === 0) return document;
  let rest = document;
  for (const kind of listKinds(removed)) {
    rest = changeEach(rest, BOARD_SECTIONS[kind], (section) =>
      isJsonObject(section)
        ? dropEmpty(
            section,
            renameKeys(section, (name) => (removed.has(makeKey(kind, name)) ? null : name)),
          )
        : section,
    );
  }
  const unnamed = changeReferences(rest, (kind, name) => (removed.has(makeKey(kind, name)) ? null : name));
  return dropIdleProjections(rest, unnamed);
}

function listKinds(keys: ReadonlySet<string>) {
  return new Set([...keys].flatMap((key) => parseKey(key)?.kind ?? []));
}
