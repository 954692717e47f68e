import type { LabDeskStore } from '../lab-desk.ts';
import { findRace } from './find-race.ts';
import type { LabView } from './lab-view.ts';

/** Puts on a desk what a link shows; returns a sentence for people where a part of it is not there any more. */
export function showView(lab: LabDeskStore, view: LabView, names: readonly string[]): string | null {
  const { race: reference, ...rest } = view;
  const race = reference === null ? null : (findRace(reference, names) ?? null);
  const isLost = reference !== null && race === null;
  // A schedule says nothing about any other race than its own.
  const place = isLost ? { schedule: null, step: null, isByHand: false } : {};
  lab.setState({ ...rest, race, ...place, isPlaying: false });
  return isLost && reference.kind === 'kept'
    ? `The link leads to the race “${reference.name}”, and this board has no race of that name: it may have been renamed or removed since.`
    : null;
}
