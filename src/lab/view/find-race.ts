import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import type { RaceChoice } from '../lab-desk.ts';
import type { RaceReference } from './lab-view.ts';

/** The names of a document's races, in their order; empty where a race has none. */
export function listRaceNames(document: JsonObject): readonly string[] {
  const races = getOwn(document, 'races');
  return Array.isArray(races) ? races.map(nameOf) : [];
}

function nameOf(race: Json): string {
  const name = isJsonObject(race) ? getOwn(race, 'name') : undefined;
  return typeof name === 'string' ? name : '';
}

/** The race a link means; undefined where the document has none of that name. A place counts where names repeat. */
export function findRace(reference: RaceReference, names: readonly string[]): RaceChoice | undefined {
  if (reference.kind === 'found') return reference;
  const { at, name } = reference;
  const found = names[at] === name ? at : names.indexOf(name);
  return found === -1 ? undefined : { kind: 'kept', at: found };
}
