import type { ToldStep } from '../../../exploration/result.ts';
import { DOT_ROOM } from './draw-bands.ts';
import { trackEnds } from './draw-reads.ts';
import { FONTS } from './fonts.ts';
import type { DotPart, HitTone, LanePart, LinePart, TextPart, TrackPart } from './marks.ts';
import { isStopped } from './say-block.ts';
import { centerOf, railEdge, type Scene, writerOf } from './scene.ts';
import { EXTRA, findExtra, keyOf } from './tracks.ts';
import type { Reading } from './windows.ts';

/** A hit: an event that crosses a track between a read and its append, and what the verdict makes of it. */
interface Crossing {
  readonly track: TrackPart;
  readonly position: number;
  readonly x: number;
  readonly at: number;
}

/** The appends of a command: the arrow into the log or the bar before it, and the events that crossed what it rests on. */
export function drawAppends(scene: Scene, lane: LanePart, readings: readonly Reading[]) {
  const crossings = readings.map((reading) => ({
    ...reading,
    crossings: listCrossings(scene, lane, reading),
  }));
  const all = crossings.flatMap((reading) => reading.crossings);
  const quiet = all.map(
    ({ track, position, x, at }): DotPart => ({ look: 'crossing', at, x, y: track.y, position }),
  );
  const judged = crossings.flatMap(({ append, end, crossings: own }) =>
    append ? own.map((crossing) => judge(scene, append, end, crossing)) : [],
  );
  return {
    lines: [
      ...all.map(({ track, x, at }) => drawFall(scene, lane, track, { look: 'crossing', x, at })),
      ...judged.map(({ track, x, at, tone }) =>
        drawFall(scene, lane, track, { look: tone, x, at, isNews: true }),
      ),
      ...readings.flatMap(({ append, end }) => (append ? drawGate(scene, lane, append, end) : [])),
    ],
    dots: [
      ...quiet,
      ...judged.map(
        ({ track, x, at, tone, position }): DotPart => ({ look: tone, at, x, y: track.y, position }),
      ),
    ],
    judged,
    labels: judged.map((hit) => () => nameHit(scene, hit)),
  };
}

/** Every event that a track's query matched since the read, by what the command's next step knows of it. */
function listCrossings(scene: Scene, lane: LanePart, { read, later }: Reading): readonly Crossing[] {
  const head = scene.told.steps[read]?.head ?? 0;
  if (later?.step !== 'append') return [];
  const onTracks = (later.needs ?? []).map((need) => [keyOf(need), need.seen] as const);
  return [...onTracks, [EXTRA, findExtra(later)] as const].flatMap(([key, positions]) => {
    const track = lane.tracks.find((candidate) => candidate.key === key);
    return positions.flatMap((position): readonly Crossing[] => {
      const [x, at] = [scene.centers.get(position), writerOf(scene, position)];
      return track && x !== undefined && position > head && at <= scene.last
        ? [{ track, position, x, at }]
        : [];
    });
  });
}

function judge(scene: Scene, append: ToldStep, at: number, crossing: Crossing) {
  const end = centerOf(scene, at) ?? crossing.x;
  return { ...crossing, at, end, ...toneOf(append, crossing) };
}

function toneOf(
  append: ToldStep,
  { position, track }: Crossing,
): { readonly tone: HitTone; readonly words: readonly string[] } {
  const { verdict, inGuard = [], needs = [] } = append;
  const need = needs.find((candidate) => keyOf(candidate) === track.key);
  const isCaught = inGuard.includes(position) && (track.isExtra || (need?.watched.length ?? 0) > 0);
  if (isCaught && track.isExtra) return { tone: 'false', words: ['caught, not needed', 'caught'] };
  if (isCaught && verdict === 'falseConflict')
    return { tone: 'false', words: ['caught, changes nothing', 'caught'] };
  if (isCaught) return { tone: 'conflict', words: ['caught'] };
  if (verdict === 'missedConflict') return { tone: 'missed', words: ['overlooked', 'missed'] };
  if (verdict === 'tolerated') return { tone: 'tolerated', words: ['tolerated'] };
  return { tone: 'quiet', words: ['changes nothing'] };
}

function drawFall(
  scene: Scene,
  { isAbove }: LanePart,
  track: TrackPart,
  { x, ...line }: Pick<LinePart, 'look' | 'at' | 'isNews'> & { readonly x: number },
): LinePart {
  return { ...line, x1: x, y1: railEdge(scene, isAbove), x2: x, y2: track.y };
}

/** From the block through the tracks into the log, or to a bar before it. */
function drawGate(scene: Scene, lane: LanePart, append: ToldStep, at: number): readonly LinePart[] {
  const x = centerOf(scene, at);
  if (x === undefined) return [];
  const way = lane.isAbove ? 1 : -1;
  const y1 = lane.y + way * (scene.sizes.block / 2);
  const edge = railEdge(scene, lane.isAbove);
  const isBarred = isStopped(append);
  const line: LinePart = {
    isNews: true,
    look: isBarred ? 'stop' : 'write',
    at,
    x1: x,
    y1,
    x2: x,
    y2: isBarred ? edge - way * 3 : edge + way * 2,
  };
  const ends = trackEnds(lane, append, scene);
  return ends ? [line, { look: 'bracket', at, x1: x, y1: ends[0], x2: x, y2: ends[1] }] : [line];
}

function nameHit({ shelf }: Scene, hit: ReturnType<typeof judge>): readonly TextPart[] {
  const { x, end, track, tone, words, at } = hit;
  const y = track.y + 4;
  const right = { x: x + DOT_ROOM, y, anchor: 'start', least: x, most: end - 4 } as const;
  return shelf.put({ words, spots: [right], font: FONTS.band, look: `hit hit-${tone}`, at, isNews: true });
}
