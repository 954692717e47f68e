import type { Node } from '@xyflow/react';
import { type ElementKey, parseKey } from '../../board/element-key.ts';
import type {
  Box,
  PlacedColumn,
  PlacedNote,
  PlacedScenario,
} from '../../board/event-model/event-model-layout.ts';
import { type Gap, nameArrow } from '../../board/event-model/list-gaps.ts';
import { routeArrow } from '../../board/event-model/route-arrow.ts';
import { KINDS } from '../../board/kinds.ts';
import type { Scene } from './scene.ts';

export type LaneNode = Node<{ readonly isOdd: boolean }, 'lane'>;
export type ArrowsNode = Node<{ readonly walkAt: number | null }, 'arrows'>;
export type HeadNode = Node<{ readonly column: PlacedColumn; readonly last: number }, 'head'>;
export type NoteNode = Node<{ readonly note: PlacedNote; readonly isDimmed: boolean }, 'note'>;
export type ScenarioNode = Node<{ readonly scenario: PlacedScenario }, 'scenario'>;
export type GapNode = Node<{ readonly gaps: readonly Gap[]; readonly arrow: string }, 'gap'>;
export type AddSliceNode = Node<Record<string, never>, 'addSlice'>;
export type SceneNode = LaneNode | ArrowsNode | HeadNode | NoteNode | ScenarioNode | GapNode | AddSliceNode;

const ADD_SLICE = { width: 136, height: 40 } as const;
/** What lies under the notes is no target: a click there is one on the paper. */
const UNTOUCHED = { pointerEvents: 'none' } as const;
const GAP_SIZE = { width: 168, height: 24 } as const;

/** The parts of an event model as React Flow draws them, in the order that Tab walks them: slice by slice. */
export function buildNodes(scene: Scene, walkAt: number | null): SceneNode[] {
  const { layout, gaps } = scene;
  const isDimmed = (column: number) => walkAt !== null && column !== walkAt;
  const last = layout.columns.filter(({ slice }) => slice !== null).length - 1;
  const nodes: SceneNode[] = layout.lanes.map((lane, index) => ({
    ...place(`lane/${lane.id}`, { ...lane, width: layout.width + ADD_SLICE.width + 48 }, -3),
    style: UNTOUCHED,
    type: 'lane',
    data: { isOdd: index % 2 === 1 },
  }));
  nodes.push({
    ...place('arrows', { x: 0, y: 0, width: layout.width, height: layout.height }, -1),
    style: UNTOUCHED,
    type: 'arrows',
    data: { walkAt },
  });
  for (const [index, column] of layout.columns.entries()) {
    const className = isDimmed(index) ? 'em-dimmed' : '';
    nodes.push({
      ...place(`head/${column.id}`, column.head, 2),
      className,
      type: 'head',
      data: { column, last },
    });
    for (const note of layout.notes.filter((each) => each.column === index)) {
      nodes.push({
        ...place(note.id, note, 1),
        type: 'note',
        className: 'em-note-node',
        data: { note, isDimmed: isDimmed(index) },
        focusable: true,
        ariaLabel: sayNote(note.key, column.name),
      });
    }
    for (const scenario of layout.scenarios.filter((each) => each.column === index)) {
      nodes.push({ ...place(scenario.id, scenario, 1), className, type: 'scenario', data: { scenario } });
    }
  }
  for (const { id, from, to, arrow } of layout.arrows) {
    const missing = gaps.get(nameArrow(arrow));
    if (!missing || (isDimmed(from.column) && isDimmed(to.column))) continue;
    const { x, y } = routeArrow(from, to);
    const box = { x: x - GAP_SIZE.width / 2, y: y - GAP_SIZE.height / 2, ...GAP_SIZE };
    nodes.push({
      ...place(`gap/${id}`, box, 5),
      type: 'gap',
      data: { gaps: missing, arrow: sayArrow(arrow.from, arrow.to) },
    });
  }
  const box = { x: layout.width + 16, y: 24, ...ADD_SLICE };
  return [...nodes, { ...place('add-slice', box, 2), type: 'addSlice', data: {} }];
}

/** An arrow as screen readers say it. */
export function sayArrow(from: ElementKey, to: ElementKey): string {
  return `${sayKey(from)} to ${sayKey(to)}`;
}

function sayNote(key: ElementKey, slice: string): string {
  return `${sayKey(key)}, ${slice}`;
}

function sayKey(key: ElementKey): string {
  const parsed = parseKey(key);
  return parsed ? `${KINDS[parsed.kind].label} ${parsed.name}` : key;
}

function place(id: string, { x, y, width, height }: Box, zIndex: number) {
  return {
    id,
    position: { x, y },
    width,
    height,
    zIndex,
    draggable: false,
    selectable: false,
    focusable: false,
  };
}
