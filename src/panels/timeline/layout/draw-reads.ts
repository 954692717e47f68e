import type { ToldNeed, ToldStep } from '../../../exploration/result.ts';
import { findTelling, readComparison, shortenRule } from '../read-rule.ts';
import { FONTS } from './fonts.ts';
import type { DotPart, LanePart, LinePart, TextPart, TrackPart } from './marks.ts';
import { foldDots } from './past.ts';
import { centerOf, railEdge, type Scene, writerOf } from './scene.ts';
import { EXTRA, findExtra, keyOf } from './tracks.ts';
import type { Window } from './windows.ts';

const LEFT = 4;
const TO_BRACKET = 9;
const TICK = 9;
const LONGEST_VALUE = 30;

/** What the reads of a command saw: a line along each track with a dot for each event, up to a bracket. */
export function drawReads(scene: Scene, lane: LanePart, windows: readonly Window[]) {
  const lines: LinePart[] = [];
  const dots: DotPart[] = [];
  const notes: TextPart[] = [];
  const labels: (() => readonly TextPart[])[] = [];
  const brackets: number[] = [];
  const { told, last } = scene;
  for (const [at, step] of told.steps.entries()) {
    const x = centerOf(scene, at);
    if (step.command !== lane.command || step.step !== 'read' || at > last || x === undefined) continue;
    const from = findStart(scene, lane.command, at);
    for (const need of step.needs ?? []) {
      const track = lane.tracks.find(({ key }) => key === keyOf(need));
      if (!track) continue;
      lines.push({ look: 'seen', at, x1: from, y1: track.y, x2: x, y2: track.y });
      const seen = drawSeen(scene, track, need, at, from);
      dots.push(...seen.dots);
      notes.push(...seen.notes);
      const locked = windows.find((one) => one.track === track.key && one.from < at && at <= one.to);
      const edge = (locked && centerOf(scene, locked.from)) ?? from;
      labels.push(() => nameValue(scene, track, need, step, { at, x, from, edge }));
    }
    brackets.push(x);
    lines.push(...drawBracket(scene, lane, step, at, x));
  }
  return { lines, dots, notes, labels, brackets };
}

/** Where the line of what a read saw begins: at the command's last append, or at the left. */
function findStart(scene: Scene, command: number, read: number): number {
  const before = scene.told.steps.findLastIndex(
    (step, index) => index < read && step.command === command && step.step === 'append',
  );
  return before < 0 ? LEFT : (centerOf(scene, before) ?? LEFT);
}

function drawSeen(scene: Scene, track: TrackPart, need: ToldNeed, at: number, from: number) {
  const dot = (position: number, x: number): DotPart => ({ look: 'seen', at, x, y: track.y, position });
  const single = need.seen.flatMap((position) => {
    const x = scene.centers.get(position);
    return x === undefined || x < from ? [] : [dot(position, x)];
  });
  const { fold } = scene.past;
  const folded = need.seen.filter((position) => writerOf(scene, position) < 0);
  if (!fold || from > LEFT || folded.length === 0) return { dots: single, notes: [] };
  const { dots, more } = foldDots(fold, folded);
  const last = dots.at(-1)?.x ?? 0;
  const width = scene.measure(more, FONTS.caption);
  const note: TextPart = {
    text: more,
    x: last + 10,
    y: track.y + 4,
    anchor: 'start',
    font: FONTS.caption,
    width,
    look: 'note',
    at,
  };
  return { dots: [...dots.map(({ position, x }) => dot(position, x)), ...single], notes: more ? [note] : [] };
}

/** A bracket around the tracks it reads, and from there down to where the log had come to. */
function drawBracket(
  scene: Scene,
  lane: LanePart,
  step: ToldStep,
  at: number,
  x: number,
): readonly LinePart[] {
  const block = lane.y + (lane.isAbove ? 1 : -1) * (scene.sizes.block / 2);
  const edge = railEdge(scene, lane.isAbove);
  const ends = trackEnds(lane, step, scene);
  const drop: LinePart = { look: 'drop', at, x1: x, y1: block, x2: x, y2: edge };
  return ends ? [drop, { look: 'bracket', at, x1: x, y1: ends[0], x2: x, y2: ends[1] }] : [drop];
}

/** From above the first track that a step rests on to below the last; null where it rests on none. */
export function trackEnds(
  { tracks }: LanePart,
  step: ToldStep,
  { sizes }: Pick<Scene, 'sizes'>,
): readonly [number, number] | null {
  const keys = [...(step.needs ?? []).map(keyOf), ...(findExtra(step).length > 0 ? [EXTRA] : [])];
  const ys = tracks.filter(({ key }) => keys.includes(key)).map(({ y }) => y);
  if (ys.length === 0) return null;
  return [Math.min(...ys) - sizes.band / 2, Math.max(...ys) + sizes.band / 2];
}

interface ValuePlace {
  readonly at: number;
  readonly x: number;
  readonly from: number;
  /** Where a lock that is held at the read begins. */
  readonly edge: number;
}

/** What the read made of the events on a track, left of its bracket; of a lock, inside it or before it. */
function nameValue(
  { shelf, valuesInFull }: Scene,
  { y }: TrackPart,
  need: ToldNeed,
  step: ToldStep,
  { at, x, from, edge }: ValuePlace,
): readonly TextPart[] {
  const words = wordsOfValue(need, step, valuesInFull);
  const end = { y: y + 4, anchor: 'end' } as const;
  const inside = { ...end, x: x - TO_BRACKET, least: edge + TICK, most: x };
  const before = { ...end, x: edge - TO_BRACKET, least: from + TICK, most: edge };
  const spots = edge > from ? [inside, before] : [inside];
  return shelf.put({ words, spots, font: FONTS.value, look: 'value', at });
}

/** The rule that says most, with its values; and shorter. */
export function wordsOfValue({ checks }: ToldNeed, step: ToldStep, inFull: boolean): readonly string[] {
  const own = (step.checks ?? []).filter((_, index) => checks.includes(index));
  const rule = findTelling(own, [])?.atRead ?? null;
  if (rule === null) return [];
  const short = shortenRule(rule);
  if (short.length > LONGEST_VALUE) return [];
  return inFull && readComparison(rule) !== null && rule.length <= LONGEST_VALUE ? [rule, short] : [short];
}
