import { createStore } from 'zustand/vanilla';
import type { ElementKey } from '../board/element-key.ts';
import { completePlaces } from '../board/layout.ts';
import type { Place } from '../board/placement.ts';
import type { BoundaryMarks } from './boundary/boundary-marks.ts';
import type { Canvas, CanvasProps, CanvasState, Flow } from './canvas.ts';
import { ModelMapper } from './map-model.ts';
import { markFindings } from './mark-findings.ts';
import { createTyping } from './typing/typing.ts';

const NOTHING_MOVES: ReadonlyMap<ElementKey, Place> = new Map();

export interface ConnectedCanvas extends Canvas {
  /** Follows board, desk and analysis from now on; returns how to stop. */
  readonly connect: () => () => void;
}

/** A canvas for a board. What it shows follows from board, desk and analysis; it never is a second truth. */
export function createCanvas(props: CanvasProps): ConnectedCanvas {
  const { board, desk, analysis } = props;
  const mapper = new ModelMapper();
  let moving = NOTHING_MOVES;
  let boundary: BoundaryMarks | null = null;
  let flow: Flow | null = null;
  let diagnostics = analysis.state()?.diagnostics;
  let marks = markFindings(diagnostics ?? []);

  const draw = () => {
    const { document } = board.state();
    const { selected, selectedArrows } = desk.getState();
    return mapper.map({
      document,
      readModel: () => board.state().parsed.model,
      places: completePlaces(document),
      marks,
      selected,
      selectedArrows,
      boundary,
      moving,
    });
  };
  const first = draw();
  const store = createStore<CanvasState>()(() => ({
    ...first,
    restingNodes: first.nodes,
    linking: null,
    pointedAt: null,
    sheet: null,
    said: '',
    word: null,
  }));
  const redraw = () => {
    const picture = draw();
    const { nodes, edges, routes, restingNodes } = store.getState();
    const isSame = picture.nodes === nodes && picture.edges === edges && picture.routes === routes;
    const isResting = moving.size === 0;
    if (isSame && (!isResting || restingNodes === nodes)) return;
    store.setState({ ...picture, restingNodes: isResting ? picture.nodes : restingNodes });
  };

  const followBoard = () => {
    let last = board.state().document;
    return board.listen(() => {
      const { document } = board.state();
      if (document === last) return;
      last = document;
      redraw();
    });
  };
  const followAnalysis = () =>
    analysis.listen(() => {
      const found = analysis.state()?.diagnostics;
      if (found === diagnostics) return;
      diagnostics = found;
      marks = markFindings(found ?? []);
      redraw();
    });
  const followDesk = () =>
    desk.subscribe((now, before) => {
      if (now.selected !== before.selected || now.selectedArrows !== before.selectedArrows) redraw();
    });

  return {
    ...props,
    store,
    typing: createTyping(board, desk),
    setMoving: (places) => {
      moving = places ?? NOTHING_MOVES;
      redraw();
    },
    showBoundary: (marks) => {
      boundary = marks;
      redraw();
    },
    places: () => {
      const resting = completePlaces(board.state().document);
      return moving.size === 0 ? resting : new Map([...resting, ...moving]);
    },
    flow: () => flow,
    setFlow: (made) => {
      flow = made;
    },
    root: { current: null },
    connect: () => {
      redraw();
      const stops = [followBoard(), followAnalysis(), followDesk()];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
