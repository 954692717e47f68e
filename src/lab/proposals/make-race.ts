import { addRace } from '../../board/edits/races.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { LabParts } from '../lab-parts.ts';
import { chooseRace } from './choose-race.ts';
import { nameRace } from './propose-races.ts';

/**
 * Makes a race of these commands with proposed values, and opens it in the lab. Resolves with its place among the races;
 * rejects where the document is no usable model, or the engine fails.
 */
export async function makeRace(
  { board, lab, engine }: Pick<LabParts, 'board' | 'lab' | 'engine'>,
  names: readonly string[],
): Promise<number> {
  const { model } = board.state().parsed;
  if (model === null) throw new Error('This board cannot be run: its document is no usable model.');
  const race = await chooseRace(engine, model, names);
  let at = 0;
  board.edit(`Race ${nameRace(names)}`, (document) => {
    const added = addRace(document, race as JsonObject);
    at = added.at;
    return added.document;
  });
  lab.getState().openRace({ kind: 'kept', at });
  return at;
}
