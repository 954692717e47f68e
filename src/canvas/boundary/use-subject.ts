import { useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { parseKey } from '../../board/element-key.ts';
import { findStepCommand } from '../../lab/boundary/step-command.ts';
import type { RaceChoice } from '../../lab/lab-desk.ts';
import type { LabParts } from '../../lab/lab-parts.ts';
import type { JsonObject } from '../../lib/json.ts';

/** The command whose boundary is wanted. */
export interface Subject {
  readonly command: string;
  /** What it is given in the race that is stepped through. */
  readonly data: JsonObject | undefined;
  /** That race; null for a command that is selected. */
  readonly race: RaceChoice | null;
}

/** The command that is selected alone, or with nothing selected the one whose step in a race was gone to; none while somebody types a name. */
export function useSubject({
  desk,
  lab,
  results,
}: Pick<LabParts, 'desk' | 'lab' | 'results'>): Subject | null {
  const { selected, selectedArrows, editing } = useStore(desk);
  const shown = useStore(lab);
  const entries = useSyncExternalStore(results.listen, results.state);
  const [key, ...others] = selected;
  const isFree = editing === null && selectedArrows.length === 0;
  const only = isFree && key !== undefined && others.length === 0 ? parseKey(key) : undefined;
  const stepped = isFree && key === undefined ? findStepCommand(shown, entries) : null;
  const command = only?.kind === 'command' ? only.name : (stepped?.command ?? null);
  const data = stepped?.data;
  const race = stepped && shown.race;
  return useMemo(() => (command === null ? null : { command, data, race }), [command, data, race]);
}
