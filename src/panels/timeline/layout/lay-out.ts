import type { ToldSchedule, ToldStep } from '../../../exploration/result.ts';
import type { MeasureText } from '../../../ui/picture/picture-font.ts';
import { cardHeight, draftCard, placeCard } from './cards.ts';
import { type ColumnDraft, placeColumns } from './columns.ts';
import { cutBands, cutLines } from './cut-lines.ts';
import { drawAppends } from './draw-appends.ts';
import { drawBands, nameBands } from './draw-bands.ts';
import { drawBlocks, drawWaits, measureBlock } from './draw-blocks.ts';
import { drawReads, wordsOfValue } from './draw-reads.ts';
import { FONTS } from './fonts.ts';
import { sizesFor, stackLanes } from './lanes.ts';
import type { CardPart, GhostPart, LanePart, RingPart, StoryLayout, TextPart } from './marks.ts';
import { layPast } from './past.ts';
import { isStopped } from './say-block.ts';
import type { Scene } from './scene.ts';
import { boxOf, Shelf } from './shelf.ts';
import { listTracks } from './tracks.ts';
import { listReadings, listWindows } from './windows.ts';

export interface LayoutOptions {
  readonly measure: MeasureText;
  /** How wide it may be before it has to be scrolled. */
  readonly room: number;
  /** How many steps are drawn; all of them where it is left out. */
  readonly until?: number;
  /** The commands that are left out, with their steps. */
  readonly hidden?: ReadonlySet<number>;
  readonly isPastOpen?: boolean | undefined;
  readonly valuesInFull?: boolean | undefined;
}

const RAIL_PADDING = 7;
const CARD_GAP = 2;
const LEAST_PAD = 20;

/** The picture of a told schedule: lanes above and below the log, time to the right. */
export function layOut(told: ToldSchedule, commands: number, options: LayoutOptions): StoryLayout {
  const scene = setScene(told, commands, options);
  const lanes = scene.lanes.map((lane) => drawLane(scene, lane));
  const log = drawLog(scene);
  const blocks = lanes.flatMap((lane) => lane.blocks);
  const judged = lanes.flatMap((lane) => lane.judged);
  const fixed = [...lanes.flatMap((lane) => lane.fixed), ...log.texts, ...scene.past.texts];
  const dots = lanes.flatMap((lane) => lane.dots);
  const lines = lanes.flatMap((lane) => lane.lines);
  scene.shelf.take(...blocks, ...fixed.map(boxOf));
  scene.shelf.take(...dots.map(({ x, y }) => ({ x: x - 7, y: y - 7, width: 14, height: 14 })));
  scene.shelf.cross(
    ...lines
      .filter(({ x1, x2 }) => x1 === x2)
      .map(({ x1, y1, y2 }) => ({ x: x1 - 1, y: Math.min(y1, y2), width: 2, height: Math.abs(y2 - y1) })),
  );
  const placed = [...lanes.flatMap((lane) => lane.labels), ...lanes.flatMap((lane) => lane.names)].flatMap(
    (put) => put(),
  );
  const labels = [...placed, ...lanes.flatMap((lane) => lane.notes)];
  const { columns, railTop, railHeight, height, past } = scene;
  return {
    width: scene.width,
    height,
    railTop,
    railHeight,
    fold: past.fold,
    columns,
    lanes: scene.lanes,
    bands: cutBands(
      lanes.flatMap((lane) => lane.bands),
      labels,
    ),
    lines: cutLines(lines, labels),
    dots,
    blocks,
    waits: lanes.flatMap((lane) => lane.waits),
    cards: [...past.cards, ...log.cards],
    rings: listRings(log.cards, judged),
    ghosts: log.ghosts,
    texts: [...fixed, ...placed],
  };
}

function setScene(
  told: ToldSchedule,
  commands: number,
  options: LayoutOptions,
): Scene & { readonly width: number } {
  const { measure, hidden = new Set(), until = told.steps.length, isPastOpen = false } = options;
  const shown = Array.from({ length: commands }, (_, command) => command).filter(
    (command) => !hidden.has(command),
  );
  const sizes = sizesFor(shown.length);
  const withStreams = told.steps.some(({ stream }) => stream !== undefined);
  const railHeight = cardHeight(withStreams) + 2 * RAIL_PADDING;
  const stack = stackLanes(
    shown.map((command) => draftLane(told.steps, command)),
    railHeight,
    sizes,
  );
  const given = told.log.filter(({ by }) => by === null);
  const place = { y: stack.railTop + RAIL_PADDING, height: cardHeight(withStreams), withStreams };
  const past = layPast(given, isPastOpen, place, measure);
  const drafts = told.steps
    .slice(0, until)
    .flatMap((step, index): readonly ColumnDraft[] =>
      hidden.has(step.command)
        ? []
        : [{ step: index, width: measureColumn(told, index, { sizes, withStreams, measure }) }],
    );
  const pad = padFor(told, drafts, { ...options, past });
  const { columns, width } = placeColumns(drafts, { pastEnd: past.end, pad, room: options.room });
  const scene = {
    ...stack,
    told,
    last: until - 1,
    columns,
    width,
    past,
    sizes,
    railHeight,
    centers: past.centers,
    valuesInFull: options.valuesInFull ?? true,
    measure,
    shelf: new Shelf(measure),
  };
  return { ...scene, centers: new Map([...past.centers, ...centersOfWritten(scene)]) };
}

function draftLane(steps: readonly ToldStep[], command: number) {
  return { command, tracks: listTracks(steps.filter((step) => step.command === command)) };
}

function measureColumn(
  { steps, log }: ToldSchedule,
  index: number,
  {
    sizes,
    withStreams,
    measure,
  }: { readonly sizes: Scene['sizes']; readonly withStreams: boolean; readonly measure: MeasureText },
): number {
  const step = steps[index];
  if (!step) return 0;
  const next = steps.find(({ command }, later) => later > index && command === step.command);
  const cards = (step.wrote ?? []).map((position) => {
    const entry = log[position - 1];
    return entry ? draftCard([entry], withStreams, measure).width + CARD_GAP : 0;
  });
  const block = measureBlock(step, next, sizes, measure);
  return Math.max(
    block.block,
    block.column,
    cards.reduce((sum, width) => sum + width, 0),
  );
}

/** Room enough for what the first reads saw, where the events before them do not leave it. */
function padFor(
  { steps }: ToldSchedule,
  drafts: readonly ColumnDraft[],
  {
    measure,
    valuesInFull = true,
    past,
  }: LayoutOptions & { readonly past: { readonly fold: StoryLayout['fold'] } },
): number {
  const [first] = drafts;
  const step = steps[first?.step ?? -1];
  if (!first || step?.step !== 'read') return LEAST_PAD;
  const widest = Math.max(
    0,
    ...(step.needs ?? []).map((need) =>
      measure(wordsOfValue(need, step, valuesInFull)[0] ?? '', FONTS.value),
    ),
  );
  const column = Math.max(76, first.width) / 2;
  return Math.max(LEAST_PAD, widest + 26 - column + (past.fold ? 0 : 8));
}

/** Where the cards of what was written stand: side by side in the column of their step. */
function centersOfWritten(scene: Omit<Scene, 'centers'>): readonly (readonly [number, number])[] {
  return draftWritten(scene).flatMap(({ positions, drafts, x }) => {
    let left = x;
    return positions.map((position, index) => {
      const width = drafts[index]?.width ?? 0;
      const center = Math.round(left + width / 2);
      left += width + CARD_GAP;
      return [position, center] as const;
    });
  });
}

function draftWritten({ told, columns, measure }: Omit<Scene, 'centers'>) {
  const withStreams = told.steps.some(({ stream }) => stream !== undefined);
  return columns.flatMap(({ step, center }) => {
    const positions = told.steps[step]?.wrote ?? [];
    const drafts = positions.flatMap((position) => {
      const entry = told.log[position - 1];
      return entry ? [draftCard([entry], withStreams, measure)] : [];
    });
    const total =
      drafts.reduce((sum, { width }) => sum + width, 0) + CARD_GAP * Math.max(0, drafts.length - 1);
    return positions.length > 0 ? [{ step, positions, drafts, x: Math.round(center - total / 2) }] : [];
  });
}

function drawLane(scene: Scene, lane: LanePart) {
  const { told, last } = scene;
  const readings = listReadings(told.steps, lane.command, last);
  const windows = listWindows(told.steps, lane.command, lane.tracks, last);
  const reads = drawReads(scene, lane, windows);
  const appends = drawAppends(scene, lane, readings);
  const { blocks, texts } = drawBlocks(scene, lane);
  const dots = [...reads.dots, ...appends.dots];
  const onTrack = (track: string) => {
    const y = lane.tracks.find(({ key }) => key === track)?.y;
    return [...dots.filter((dot) => dot.y === y).map(({ x }) => x), ...reads.brackets];
  };
  return {
    blocks,
    dots,
    fixed: [...texts, ...reads.notes],
    notes: reads.notes,
    lines: [...reads.lines, ...appends.lines],
    bands: drawBands(scene, lane, windows),
    waits: drawWaits(scene, lane, blocks),
    judged: appends.judged,
    labels: [...reads.labels, ...appends.labels],
    names: [() => nameBands(scene, lane, windows, onTrack)],
  };
}

function drawLog(scene: Scene) {
  const height = scene.railHeight - 2 * RAIL_PADDING;
  const y = scene.railTop + RAIL_PADDING;
  const cards: CardPart[] = [];
  const texts: TextPart[] = [];
  for (const { step, drafts, x } of draftWritten(scene)) {
    let left = x;
    for (const draft of drafts) {
      const placed = placeCard(draft, { x: left, y, height, at: step, isPast: false });
      cards.push(placed.card);
      texts.push(...placed.texts);
      left += draft.width + CARD_GAP;
    }
  }
  const stopped = scene.columns.filter(({ step }) => {
    const told = scene.told.steps[step];
    return told !== undefined && isStopped(told);
  });
  const ghosts = stopped.map(
    ({ step, center }): GhostPart => ({ at: step, x: center - 38, y, width: 76, height }),
  );
  return { cards, ghosts, texts: [...texts, ...ghosts.flatMap((ghost) => writeGhost(ghost, scene.measure))] };
}

function writeGhost({ x, y, width, height, at }: GhostPart, measure: MeasureText): readonly TextPart[] {
  return ['nothing', 'appended'].map((text, line) => ({
    text,
    x: x + width / 2,
    y: y + height / 2 - 3 + line * 15,
    anchor: 'middle',
    font: FONTS.detail,
    width: measure(text, FONTS.detail),
    look: 'ghost',
    at,
    isNews: true,
  }));
}

/** The cards that verdicts are about, each as the worst of them sees it. */
function listRings(
  cards: readonly CardPart[],
  judged: readonly { readonly position: number; readonly at: number; readonly tone: RingPart['tone'] }[],
): readonly RingPart[] {
  return judged
    .filter(({ tone }) => tone !== 'quiet')
    .flatMap(({ position, at, tone }) =>
      cards
        .filter(({ entries }) => entries.some((entry) => entry.position === position))
        .map(({ x, y, width, height }) => ({ at, tone, x, y, width, height })),
    );
}
