import type { JsonObject } from '../../lib/json.ts';
import { changeEach } from './change-each.ts';
import { hasField, renameKey } from './fields.ts';

/** Renames what is typed in on a screen; the commands given there keep their fields. */
export function renameScreenField(
  document: JsonObject,
  screen: string,
  from: string,
  to: string,
): JsonObject {
  if (!hasField(document, 'screens', screen, from) || hasField(document, 'screens', screen, to))
    return document;
  return changeEach(document, 'screens/*/fields', (part, [name]) =>
    name === screen ? renameKey(part, from, to) : part,
  );
}
