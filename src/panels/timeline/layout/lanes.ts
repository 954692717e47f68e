import type { LanePart } from './marks.ts';
import type { Track } from './tracks.ts';

/** The heights of the picture's rows. */
export interface Sizes {
  readonly block: number;
  readonly track: number;
  readonly band: number;
  readonly caption: number;
  readonly toTracks: number;
  readonly toRail: number;
  readonly toLane: number;
  readonly edge: number;
}

const ROOMY: Sizes = {
  block: 44,
  track: 25,
  band: 18,
  caption: 17,
  toTracks: 10,
  toRail: 12,
  toLane: 16,
  edge: 14,
};
const TIGHT: Sizes = {
  block: 28,
  track: 21,
  band: 16,
  caption: 16,
  toTracks: 7,
  toRail: 10,
  toLane: 10,
  edge: 14,
};
const MOST_ROOMY = 3;

/** Many commands are drawn closer. */
export function sizesFor(commands: number): Sizes {
  return commands > MOST_ROOMY ? TIGHT : ROOMY;
}

export interface LaneDraft {
  readonly command: number;
  readonly tracks: readonly Track[];
}

export interface Stack {
  readonly lanes: readonly LanePart[];
  readonly railTop: number;
  readonly height: number;
}

/** The first half of the commands above the log, the others below it, each with its tracks towards the log. */
export function stackLanes(drafts: readonly LaneDraft[], railHeight: number, sizes: Sizes): Stack {
  const half = Math.ceil(drafts.length / 2);
  let y = sizes.edge;
  const lanes: LanePart[] = [];
  for (const draft of drafts.slice(0, half)) {
    lanes.push(placeAbove(draft, y, sizes));
    y += heightOf(draft, sizes) + sizes.toLane;
  }
  y += sizes.toRail - sizes.toLane;
  const railTop = y;
  y += railHeight + sizes.toRail;
  for (const draft of drafts.slice(half)) {
    lanes.push(placeBelow(draft, y, sizes));
    y += heightOf(draft, sizes) + sizes.toLane;
  }
  const isBare = drafts.length <= half;
  return { lanes, railTop, height: y + sizes.edge - (isBare ? sizes.toRail : sizes.toLane) };
}

function heightOf({ tracks }: LaneDraft, sizes: Sizes): number {
  return sizes.caption + sizes.block + (tracks.length > 0 ? sizes.toTracks : 0) + tracks.length * sizes.track;
}

function placeAbove(draft: LaneDraft, top: number, sizes: Sizes): LanePart {
  const y = top + sizes.caption + sizes.block / 2;
  const first = y + sizes.block / 2 + sizes.toTracks + sizes.track / 2;
  return place(draft, { isAbove: true, top, y, height: heightOf(draft, sizes), first, step: sizes.track });
}

function placeBelow(draft: LaneDraft, top: number, sizes: Sizes): LanePart {
  const height = heightOf(draft, sizes);
  const y = top + height - sizes.caption - sizes.block / 2;
  return place(draft, {
    isAbove: false,
    top,
    y,
    height,
    first: y - sizes.block / 2 - sizes.toTracks - sizes.track / 2,
    step: -sizes.track,
  });
}

interface Rows {
  readonly isAbove: boolean;
  readonly top: number;
  readonly y: number;
  readonly height: number;
  readonly first: number;
  readonly step: number;
}

/** Tracks go from the blocks towards the log, in the order of the checks. */
function place({ command, tracks }: LaneDraft, { first, step, ...rows }: Rows): LanePart {
  return {
    ...rows,
    command,
    tracks: tracks.map((track, index) => ({ ...track, command, y: first + index * step })),
  };
}
