import type { ToldSchedule } from '../../exploration/result.ts';
import type { BandTone } from './layout/marks.ts';
import { listTracks } from './layout/tracks.ts';
import { listWindows } from './layout/windows.ts';

/** What kinds of bands the picture of a schedule has. */
export function tonesOf({ steps }: ToldSchedule, hidden: ReadonlySet<number>): ReadonlySet<BandTone> {
  const commands = [...new Set(steps.map(({ command }) => command))].filter(
    (command) => !hidden.has(command),
  );
  return new Set(
    commands.flatMap((command) => {
      const own = steps.filter((step) => step.command === command);
      return listWindows(steps, command, listTracks(own), steps.length - 1).map(({ tone }) => tone);
    }),
  );
}
