import type { ToldNeed, ToldStep } from '../../../exploration/result.ts';

/** One thing that a command depends on, by the tags that filter it; or what its guard watches beside that. */
export interface Track {
  readonly key: string;
  readonly label: string;
  readonly full: string;
  readonly concepts: readonly string[];
  readonly isExtra: boolean;
}

/** The key of the track that holds what a guard watches and no check needs. */
export const EXTRA = 'extra';

/** Two needs with the same tags are one track. */
export function keyOf({ tags }: Pick<ToldNeed, 'tags'>): string {
  return JSON.stringify([...tags].sort());
}

/** The tracks of a command over a whole told schedule, in the order in which its checks come. */
export function listTracks(steps: readonly ToldStep[]): readonly Track[] {
  const tracks = new Map<string, Track>();
  for (const { needs = [] } of steps) {
    for (const need of needs) if (!tracks.has(keyOf(need))) tracks.set(keyOf(need), nameTrack(need));
  }
  const stopping = steps.find((step) => findExtra(step).length > 0);
  const own = [...tracks.values()];
  return stopping ? [...own, nameExtra(stopping)] : own;
}

/** Positions that the guard of an append noticed, and none of its checks reads. */
export function findExtra({ inGuard = [], needs = [] }: ToldStep): readonly number[] {
  return inGuard.filter((position) => !needs.some(({ seen }) => seen.includes(position)));
}

function nameTrack(need: ToldNeed): Track {
  const { tags, types } = need;
  const concepts = tags.map((tag) => tag.slice(0, tag.indexOf(':')));
  const label =
    tags.length > 0
      ? tags.join(' + ')
      : types.length === 1
        ? `every ${types[0]}`
        : `all of ${types.length} types`;
  const filter = tags.length > 0 ? ` with ${tags.join(' and ')}` : '';
  return { key: keyOf(need), label, full: `${types.join(', ')}${filter}`, concepts, isExtra: false };
}

function nameExtra({ guard }: ToldStep): Track {
  const isStreams = guard?.kind === 'streams';
  const label = isStreams ? `stream ${guard.streams.join(', ')}` : 'the whole log';
  const full = `Its guard watches ${isStreams ? `stream ${guard.streams.join(' and stream ')}` : 'the whole log'}, more than it needs`;
  return { key: EXTRA, label, full, concepts: [], isExtra: true };
}
