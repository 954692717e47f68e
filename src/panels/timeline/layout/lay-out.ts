import type { ToldSchedule } from '../../../exploration/result.ts';
import { cutBands, cutLines } from './cut-lines.ts';
import { drawAppends } from './draw-appends.ts';
import { drawBands, nameBands } from './draw-bands.ts';
import { drawBlocks, drawWaits } from './draw-blocks.ts';
import { drawJoin } from './draw-joins.ts';
import { drawLog, listRings } from './draw-log.ts';
import { drawReads } from './draw-reads.ts';
import type { LanePart, StoryLayout } from './marks.ts';
import type { Scene } from './scene.ts';
import { type LayoutOptions, setScene } from './set-scene.ts';
import { boxOf } from './shelf.ts';
import { listReadings, listWindows } from './windows.ts';

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
    joins: lanes.flatMap((lane) => lane.joins),
    cards: [...past.cards, ...log.cards],
    rings: listRings(log.cards, judged),
    ghosts: log.ghosts,
    texts: [...fixed, ...placed],
  };
}

function drawLane(scene: Scene, lane: LanePart) {
  const { told, last } = scene;
  const readings = listReadings(told.steps, lane.command, last);
  const windows = listWindows(told.steps, lane.command, lane.tracks, last);
  const reads = drawReads(scene, lane, windows);
  const appends = drawAppends(scene, lane, readings);
  const { blocks, texts } = drawBlocks(scene, lane);
  const join = drawJoin(scene, lane, blocks);
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
    joins: join.joins,
    labels: [...join.labels, ...reads.labels, ...appends.labels],
    names: [() => nameBands(scene, lane, windows, onTrack)],
  };
}
