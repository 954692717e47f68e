import { FONTS } from './fonts.ts';
import type { BandPart, LanePart, TextPart } from './marks.ts';
import { centerOf, type Scene } from './scene.ts';
import type { Spot } from './shelf.ts';
import type { Window } from './windows.ts';

const PADDING = 8;
/** Room that a dot takes on either side of its middle. */
export const DOT_ROOM = 11;

/** The pieces of what stands in for a decision, one for each step. */
export function drawBands(scene: Scene, lane: LanePart, windows: readonly Window[]): readonly BandPart[] {
  const height = scene.sizes.band;
  return windows.flatMap((window) => {
    const placed = placeWindow(scene, lane, window);
    if (!placed) return [];
    return placed.within.map(({ step, center }, index): BandPart => {
      const x = placed.within[index - 1]?.center ?? placed.start;
      const { tone, marks } = window;
      return {
        at: step,
        tone,
        x,
        y: placed.y - height / 2,
        width: center - x,
        height,
        offset: x - placed.start,
        runs: [[x, center]],
        marks,
      };
    });
  });
}

/** What each is called, where there is room between the dots and brackets; `stops` are the middles of those on a track. */
export function nameBands(
  scene: Scene,
  lane: LanePart,
  windows: readonly Window[],
  stops: (track: string) => readonly number[],
): readonly TextPart[] {
  return windows.flatMap((window) => {
    const placed = placeWindow(scene, lane, window);
    if (!placed) return [];
    const { start, end, y, within } = placed;
    const look = `band band-${window.tone}`;
    const at = within[0]?.step ?? window.to;
    const spots = findSpots(start, end, y, stops(window.track));
    return scene.shelf.put({ words: window.words, spots, font: FONTS.band, look, at });
  });
}

function placeWindow(scene: Scene, lane: LanePart, window: Window) {
  const track = lane.tracks.find(({ key }) => key === window.track);
  const [start, end] = [centerOf(scene, window.from), centerOf(scene, window.to)];
  if (!track || start === undefined || end === undefined) return null;
  const within = scene.columns.filter(({ step }) => step > window.from && step <= window.to);
  return { start, end, y: track.y, within };
}

/** The stretches between the ends and the dots. */
function findSpots(start: number, end: number, y: number, middles: readonly number[]): readonly Spot[] {
  const stops = middles.filter((x) => x > start && x < end).sort((a, b) => a - b);
  const edges = [start + PADDING, ...stops.flatMap((x) => [x - DOT_ROOM, x + DOT_ROOM]), end - PADDING];
  const spots: Spot[] = [];
  for (let index = 0; index + 1 < edges.length; index += 2) {
    const [least, most] = [edges[index] ?? 0, edges[index + 1] ?? 0];
    spots.push({ x: least, y: y + 4, anchor: 'start', least, most });
  }
  return spots;
}
