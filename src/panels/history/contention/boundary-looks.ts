import type { BoundaryId, Measure } from '../../../history/measure/measure-result.ts';
import { ANY_TAG } from '../../../history/words/boundary-words.ts';
import { STRATEGIES } from '../../../strategies/registry.ts';
import type { SeriesLook } from '../../../ui/chart/series.ts';

/** How each boundary is drawn: the dash and the name at its end tell it apart as well as the colour. */
export const LOOKS: Readonly<Record<BoundaryId, SeriesLook>> = {
  'log-version': 'quiet',
  'stream-version': 'second',
  'tag-condition': 'strong',
  'any-tag': 'quiet',
};

/** A boundary's name, as everywhere. */
export function nameBoundary(id: BoundaryId): string {
  return id === 'any-tag' ? ANY_TAG : STRATEGIES[id].name;
}

/** What a boundary guards in this measure, in a few words. */
export function sayGuards(id: BoundaryId, { concept, model }: Measure): string {
  switch (id) {
    case 'log-version':
      return 'any event at all';
    case 'stream-version':
      return concept === null ? 'there are no streams' : `events of the same ${concept}`;
    case 'tag-condition':
      return model ? 'what the command of the model reads' : 'events with all tags of the append';
    case 'any-tag':
      return 'events with at least one tag of the append';
  }
}
