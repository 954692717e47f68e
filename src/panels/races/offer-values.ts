import { getOwn } from '../../lib/get-own.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import type { FieldKind } from '../../model/field-type.ts';
import { fitsType } from '../../model/fits-type.ts';
import { readList, readObject, readText } from '../forms/read-json.ts';
import type { OfferedValue } from '../forms/values/value-help.ts';

/** Longer menus are not read. */
const MOST = 12;

/** An entry of a race that has data, and what to call it. */
interface Holder {
  readonly where: string;
  readonly data: JsonObject;
}

/**
 * The values that a race has for a field, each once with where it stands first, those of the commands before those of
 * the past; then a value that nothing has yet, where the others are numbered.
 */
export function offerValues(race: JsonObject, field: string, type: FieldKind): readonly OfferedValue[] {
  const found = new Map<string, OfferedValue>();
  for (const { where, data } of listHolders(race)) {
    const value = getOwn(data, field);
    const key = JSON.stringify(value);
    if (value === undefined || !fitsType(value, type) || found.has(key)) continue;
    found.set(key, { value, where });
  }
  const offered = [...found.values()].slice(0, MOST);
  const another = nameAnother(offered.map(({ value }) => value));
  return another === null ? offered : [...offered, { value: another, where: 'another' }];
}

function listHolders(race: JsonObject): readonly Holder[] {
  const commands = readList(race['commands']).map((entry, index) => ({
    where: `as #${index + 1}`,
    data: readObject(readObject(entry)['data']),
  }));
  const given = readList(race['given']).map((entry) => ({
    where: readText(readObject(entry)['event']) ?? '',
    data: readObject(readObject(entry)['data']),
  }));
  return [...commands, ...given];
}

/** Such as s3 after s1 and s2; null where the values are no numbered names. */
function nameAnother(values: readonly Json[]): string | null {
  const parts = values.flatMap((value) => {
    const [, stem, digits] = /^(.*\D)([1-9]\d{0,5})$/s.exec(typeof value === 'string' ? value : '') ?? [];
    return stem === undefined ? [] : [{ stem, number: Number(digits) }];
  });
  const [first] = parts;
  if (first === undefined || parts.length < values.length) return null;
  const numbers = parts.filter(({ stem }) => stem === first.stem).map(({ number }) => number);
  return `${first.stem}${Math.max(...numbers) + 1}`;
}
