import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { LabParts } from '../../lab/lab-parts.ts';
import type { RaceEntry } from '../../lab/race-results.ts';
import type { Race } from '../../model/schema.ts';

/** The races of the board with what is known of them. */
export function useEntries({ results }: Pick<LabParts, 'results'>): readonly RaceEntry[] {
  return useSyncExternalStore(results.listen, results.state);
}

/**
 * Lets what is shown stay the same race when races before it come and go: by an edit here, by undo, or from another tab.
 */
export function useFollowRace({ lab }: Pick<LabParts, 'lab'>, entries: readonly RaceEntry[]): void {
  const shown = useRef<Race | null>(null);
  useEffect(() => {
    const note = () => {
      const { race } = lab.getState();
      shown.current = race?.kind === 'kept' ? (entries[race.at]?.race ?? null) : null;
    };
    const { race } = lab.getState();
    const last = shown.current;
    if (race?.kind === 'kept' && last !== null && entries[race.at]?.race !== last) {
      const moved = entries.findIndex((entry) => entry.race === last);
      // One that was edited is nowhere any more, and one that was removed leaves its place to the next.
      const at = moved >= 0 ? moved : Math.min(race.at, entries.length - 1);
      if (at !== race.at) lab.setState({ race: { kind: 'kept', at: Math.max(0, at) } });
    }
    note();
    return lab.subscribe(note);
  }, [lab, entries]);
}
