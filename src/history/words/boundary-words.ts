import type { BoundaryId } from '../measure/measure-result.ts';

/** What each boundary of a measure guards, in words. */
export const BOUNDARY_ABOUT: Readonly<Record<BoundaryId, string>> = {
  'log-version': 'any event at all',
  'stream-version': 'events with the same value of the concept that streams are made of',
  'tag-condition': 'events with all tags of the append',
  'any-tag': 'events with at least one tag of the append',
};

/** How the boundary is called that is no strategy of its own. */
export const ANY_TAG = 'Any tag';
