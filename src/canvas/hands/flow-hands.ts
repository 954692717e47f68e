import type { EdgeChange, NodeChange, OnNodeDrag, Viewport } from '@xyflow/react';
import type { ElementKey } from '../../board/element-key.ts';
import type { Place } from '../../board/placement.ts';
import type { Canvas, Flow } from '../canvas.ts';
import type { ArrowEdge, BoardNode } from '../flow-types.ts';
import { keepView } from '../view/keep-view.ts';
import { withContent } from './frames.ts';
import { moveNotes, pickPlaces } from './move-notes.ts';

const FAR = 0.45;
const TINY = 0.26;
const KEEP_MS = 400;

/** What React Flow tells of, turned into selections of the desk and edits of the board. */
export function makeFlowHands(canvas: Canvas) {
  const { desk, store } = canvas;
  let keepTimer: ReturnType<typeof setTimeout> | undefined;
  let dragged: ReadonlyMap<ElementKey, Place> | null = null;

  const showZoom = ({ zoom }: Viewport) => {
    const { current } = canvas.root;
    const name = zoom < TINY ? 'tiny' : zoom < FAR ? 'far' : 'near';
    if (current && current.dataset['zoom'] !== name) current.dataset['zoom'] = name;
  };
  const onNodesChange = (changes: NodeChange<BoardNode>[]) => {
    select(canvas, changes);
    const resized = findResized(canvas, changes);
    if (resized) canvas.setMoving(resized);
    else if (dragged) canvas.setMoving(carry(dragged, changes));
  };
  const onDragStart: OnNodeDrag<BoardNode> = (_, node, nodes) => {
    const grabbed = (nodes.length > 0 ? nodes : [node]).map(({ id }) => id as ElementKey);
    const places = canvas.places();
    dragged = pickPlaces(places, withContent(places, grabbed));
    store.setState({ sheet: null, word: null });
  };
  const onDragStop: OnNodeDrag<BoardNode> = () => {
    const start = dragged;
    dragged = null;
    if (!start) return;
    const moved = pickPlaces(canvas.places(), start.keys());
    const hasMoved = [...moved].some(([key, { x, y }]) => x !== start.get(key)?.x || y !== start.get(key)?.y);
    canvas.setMoving(null);
    if (hasMoved) moveNotes(canvas, 'Move', moved);
  };
  return {
    setRoot: (element: HTMLElement | null) => {
      canvas.root.current = element;
    },
    handlers: {
      onNodesChange,
      onEdgesChange: (changes: EdgeChange<ArrowEdge>[]) => deselectArrows(canvas, changes),
      onNodeDragStart: onDragStart,
      onNodeDragStop: onDragStop,
      onInit: (flow: Flow) => {
        canvas.setFlow(flow);
        showZoom(flow.getViewport());
      },
      onMove: (_: unknown, viewport: Viewport) => {
        showZoom(viewport);
        clearTimeout(keepTimer);
        keepTimer = setTimeout(() => keepView(canvas.board.id, viewport), KEEP_MS);
      },
      onEdgeClick: (event: { readonly shiftKey: boolean }, { data, selected = false }: ArrowEdge) => {
        if (!data) return;
        const { from, to, relation } = data.facts;
        const arrows = event.shiftKey ? desk.getState().selectedArrows : [];
        desk.getState().select(event.shiftKey ? desk.getState().selected : [], [...arrows, { from, to }]);
        if (relation === 'reads' && 'target' in event && isOnLabel(event))
          openSubset(canvas, event, { from, to });
        else if (relation === 'reads' && selected) openSubset(canvas, event, { from, to });
      },
    },
  };
}

function isOnLabel(event: object): boolean {
  return (
    'target' in event && event.target instanceof Element && event.target.closest('.arrow-label') !== null
  );
}

function openSubset({ store }: Canvas, event: object, arrow: { from: ElementKey; to: ElementKey }): void {
  const { clientX = 0, clientY = 0 } = event as { clientX?: number; clientY?: number };
  store.setState({ sheet: { kind: 'subset', at: { x: clientX, y: clientY }, arrow } });
}

function select({ desk }: Canvas, changes: readonly NodeChange<BoardNode>[]): void {
  const { selected, selectedArrows, select: choose } = desk.getState();
  const next = new Set(selected);
  for (const change of changes) {
    if (change.type !== 'select') continue;
    if (change.selected) next.add(change.id as ElementKey);
    else next.delete(change.id as ElementKey);
  }
  const isSame = next.size === selected.length && selected.every((key) => next.has(key));
  if (!isSame) choose([...next], selectedArrows);
}

/** Arrows are selected by a click; a lasso around notes lets them be, and a click elsewhere lets go of them. */
function deselectArrows({ desk, store }: Canvas, changes: readonly EdgeChange<ArrowEdge>[]): void {
  const gone = new Set(
    changes.flatMap((change) => (change.type === 'select' && !change.selected ? change.id : [])),
  );
  if (gone.size === 0) return;
  const { selected, selectedArrows, select: choose } = desk.getState();
  const left = store
    .getState()
    .edges.flatMap(({ data, id }) =>
      data &&
      !gone.has(id) &&
      selectedArrows.some(({ from, to }) => from === data.facts.from && to === data.facts.to)
        ? [{ from: data.facts.from, to: data.facts.to }]
        : [],
    );
  if (left.length !== selectedArrows.length) choose(selected, left);
}

/** Where everything that is dragged has come to; what lies in a dragged frame goes along with it. */
function carry(
  start: ReadonlyMap<ElementKey, Place>,
  changes: readonly NodeChange<BoardNode>[],
): ReadonlyMap<ElementKey, Place> | null {
  const moved = new Map<ElementKey, Place>();
  const shifts = new Map<ElementKey, { readonly x: number; readonly y: number }>();
  for (const change of changes) {
    if (change.type !== 'position' || !change.position) continue;
    const key = change.id as ElementKey;
    const from = start.get(key);
    if (!from) continue;
    moved.set(key, { ...from, ...change.position });
    shifts.set(key, { x: change.position.x - from.x, y: change.position.y - from.y });
  }
  const [shift] = shifts.values();
  if (!shift) return null;
  for (const [key, place] of start) {
    if (!moved.has(key)) moved.set(key, { ...place, x: place.x + shift.x, y: place.y + shift.y });
  }
  return moved;
}

function findResized(
  { places }: Canvas,
  changes: readonly NodeChange<BoardNode>[],
): ReadonlyMap<ElementKey, Place> | null {
  const resized = new Map<ElementKey, Place>();
  for (const change of changes) {
    if (change.type !== 'dimensions' || !change.resizing || !change.dimensions) continue;
    const key = change.id as ElementKey;
    const before = places().get(key);
    if (!before) continue;
    const corner = changes.find((other) => other.type === 'position' && other.id === change.id);
    const position = corner?.type === 'position' && corner.position ? corner.position : before;
    resized.set(key, { x: position.x, y: position.y, ...change.dimensions });
  }
  return resized.size === 0 ? null : resized;
}
