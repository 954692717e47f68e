import { addRace } from '../../board/edits/races.ts';
import type { LabParts } from '../../lab/lab-parts.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { Race } from '../../model/schema.ts';
import { sayRacers } from './say-racers.ts';

export interface FoundItemProps {
  readonly parts: LabParts;
  readonly race: Race;
}

/** A race that was found and is shown, and is not one of the board yet. */
export function FoundItem({ parts: { board, lab }, race }: FoundItemProps) {
  const keep = () => {
    let at = 0;
    board.edit(`Keep “${race.name}”`, (document) => {
      const added = addRace(document, race as JsonObject);
      at = added.at;
      return added.document;
    });
    const { schedule, step } = lab.getState();
    lab.getState().openRace({ kind: 'kept', at }, { schedule, step });
  };
  return (
    <section className="race-item race-found" data-open="true" aria-label="Found race">
      <p className="race-item-name">{race.name}</p>
      <p className="race-item-racers">{sayRacers(race)}</p>
      <p className="race-found-foot">
        Found, and not kept.
        <button type="button" className="link-button" onClick={keep}>
          Keep as a race
        </button>
      </p>
    </section>
  );
}
