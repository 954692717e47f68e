import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json } from '../../lib/json.ts';

/** Whether two JSON values are the same, with their keys in the same order. */
export function isSameJson(one: Json, other: Json): boolean {
  if (Object.is(one, other)) return true;
  if (isJsonObject(one) && isJsonObject(other)) {
    const keys = Object.keys(one);
    const otherKeys = Object.keys(other);
    return (
      keys.length === otherKeys.length &&
      keys.every(
        (key, index) =>
          key === otherKeys[index] && isSameJson(getOwn(one, key) ?? null, getOwn(other, key) ?? null),
      )
    );
  }
  if (!Array.isArray(one) || !Array.isArray(other)) return false;
  return one.length === other.length && one.every((part, index) => isSameJson(part, other[index] ?? null));
}
