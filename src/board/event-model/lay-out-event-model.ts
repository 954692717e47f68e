import type { Model } from '../../model/schema.ts';
import type { Arrow } from '../edits/arrows.ts';
import type { ElementKey } from '../element-key.ts';
import { NOTE_GAP, NOTE_SIZE } from '../placement.ts';
import { chooseArrows } from './choose-arrows.ts';
import type { Box, EventModelLayout, Lane, PlacedNote } from './event-model-layout.ts';
import { findLane, listLanes } from './lanes.ts';
import { listColumns } from './list-columns.ts';
import { sizeNote } from './note-size.ts';
import { placeScenarios } from './place-scenarios.ts';
import { splitColumn } from './split-column.ts';

/** Room for the names of the lanes, left of the first column. */
const GUTTER = 176;
const COLUMN_PADDING = 24;
const LANE_PADDING = 28;
const HEAD_HEIGHT = 88;
const LEAST_COLUMN = NOTE_SIZE.width + 64;
const LEAST_LANE = NOTE_SIZE.height + 2 * LANE_PADDING;
/** So many notes beside each other; more stand in further rows. */
const NOTES_PER_ROW = 2;
/** What is in no slice is spread out wider. */
const LOOSE_PER_ROW = 6;

interface Row {
  readonly keys: readonly ElementKey[];
  readonly width: number;
  readonly height: number;
}

/** Lays a model out as an event model: slices as columns in their order, lanes from top to bottom, nothing overlapping. */
export function layOutEventModel(model: Model, arrows: readonly Arrow[]): EventModelLayout {
  const columns = listColumns(model, arrows);
  const lanes = listLanes(
    model,
    columns.flatMap(({ keys }) => keys),
  );
  const parts = columns.map(({ slice, keys }) =>
    (slice === null ? [keys] : splitColumn(keys, arrows)).map((each) =>
      lanes.map((lane) => makeRows(model, each, lane, slice === null ? LOOSE_PER_ROW : NOTES_PER_ROW)),
    ),
  );
  const boxes = placeColumns(parts);
  const last = boxes.at(-1)?.box ?? { x: GUTTER, width: LEAST_COLUMN };
  const bands = placeLanes(parts.flat(), lanes, last.x + last.width);
  const notes = columns.flatMap(({ id }, column) =>
    (boxes[column]?.parts ?? []).flatMap((box, part) =>
      bands.flatMap((band, lane) =>
        placeCell(model, parts[column]?.[part]?.[lane] ?? [], box, band).map((note) => ({
          ...note,
          id: `${id}/${note.key}`,
          column,
        })),
      ),
    ),
  );
  const bottom = bands.at(-1);
  const floor = bottom ? bottom.y + bottom.height : HEAD_HEIGHT;
  const scenarios = columns.flatMap((column, index) => {
    const { x, width } = boxes[index]?.box ?? last;
    return column.slice === null ? [] : placeScenarios(model, column, index, { x, y: floor, width });
  });
  const height = scenarios.reduce((most, { y, height: own }) => Math.max(most, y + own + NOTE_GAP), floor);
  return {
    width: bottom?.width ?? 0,
    height,
    columns: columns.map((column, index) => {
      const { x, width } = boxes[index]?.box ?? { x: 0, width: 0 };
      const head = { x: x + 6, y: 8, width: width - 12, height: HEAD_HEIGHT - 16 };
      return { ...column, x, y: 0, width, height, head };
    }),
    lanes: bands,
    notes,
    arrows: chooseArrows(notes, arrows),
    scenarios,
  };
}

function makeRows(model: Model, among: readonly ElementKey[], lane: Lane, most: number): Row[] {
  const keys = among.filter((key) => findLane(model, key).id === lane.id);
  const rows: Row[] = [];
  for (let start = 0; start < keys.length; start += most) {
    const row = keys.slice(start, start + most);
    const sizes = row.map((key) => sizeNote(model, key));
    rows.push({
      keys: row,
      width: sizes.reduce((sum, { width }) => sum + width, NOTE_GAP * (row.length - 1)),
      height: Math.max(...sizes.map(({ height }) => height)),
    });
  }
  return rows;
}

type Span = Pick<Box, 'x' | 'width'>;
/** The rows of each lane. */
type Part = readonly (readonly Row[])[];

function placeColumns(
  columns: readonly (readonly Part[])[],
): { readonly box: Span; readonly parts: Span[] }[] {
  let x = GUTTER;
  return columns.map((parts) => {
    const start = x;
    const widths = parts.map((part) => Math.max(0, ...part.flat().map(({ width }) => width)));
    const needed = widths.reduce((sum, width) => sum + width, COLUMN_PADDING * (widths.length + 1));
    const width = Math.max(LEAST_COLUMN, needed);
    x += COLUMN_PADDING + (width - needed) / 2;
    const spans = widths.map((partWidth) => {
      const span = { x, width: partWidth };
      x += partWidth + COLUMN_PADDING;
      return span;
    });
    x = start + width;
    return { box: { x: start, width }, parts: spans };
  });
}

function placeLanes(cells: readonly Part[], lanes: readonly Lane[], width: number): (Lane & Box)[] {
  let y = HEAD_HEIGHT;
  return lanes.map((lane, index) => {
    const tallest = Math.max(0, ...cells.map((column) => measureRows(column[index] ?? [])));
    const band = { ...lane, x: 0, y, width, height: Math.max(LEAST_LANE, tallest + 2 * LANE_PADDING) };
    y += band.height;
    return band;
  });
}

function measureRows(rows: readonly Row[]): number {
  return rows.reduce((sum, { height }) => sum + height, NOTE_GAP * Math.max(0, rows.length - 1));
}

function placeCell(
  model: Model,
  rows: readonly Row[],
  { x: left, width }: Span,
  band: Box,
): (Box & Pick<PlacedNote, 'key'>)[] {
  let y = band.y + Math.round((band.height - measureRows(rows)) / 2);
  const notes: (Box & Pick<PlacedNote, 'key'>)[] = [];
  for (const row of rows) {
    let x = left + Math.round((width - row.width) / 2);
    for (const key of row.keys) {
      const size = sizeNote(model, key);
      notes.push({
        key,
        x,
        y: y + Math.round((row.height - size.height) / 2),
        ...size,
      });
      x += size.width + NOTE_GAP;
    }
    y += row.height + NOTE_GAP;
  }
  return notes;
}
