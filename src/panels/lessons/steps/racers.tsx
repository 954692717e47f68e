import { sayValue } from '../../../lib/say-data.ts';
import type { Race } from '../../../model/schema.ts';
import { sayCommand } from '../say-told.ts';

/** The commands of a race, as they are called in it. */
export function Racers({ race }: { readonly race: Race }) {
  return (
    <ul className="lesson-racers" aria-label="Commands of the race">
      {race.commands?.map(({ command, data }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a command is known by its place in the race
        <li key={index}>
          <b>{sayCommand(index)}</b>
          <span>{command}</span>
          <span className="lesson-racer-data">
            {Object.values(data ?? {})
              .map(sayValue)
              .join(' ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
