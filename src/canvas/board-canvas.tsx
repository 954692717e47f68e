import '@xyflow/react/dist/base.css';
import './board-canvas.css';
import {
  Background,
  BackgroundVariant,
  Panel,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
} from '@xyflow/react';
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { GRID } from '../board/placement.ts';
import { useActions } from '../ui/actions.ts';
import { listCanvasActions } from './actions/list-canvas-actions.ts';
import { ArrowEdge, ArrowTips } from './arrows/arrow-edge.tsx';
import { LinkDots } from './arrows/link-dots.tsx';
import { LinkLine } from './arrows/link-line.tsx';
import { CanvasContext, type CanvasProps, useCanvas } from './canvas.ts';
import { createCanvas } from './create-canvas.ts';
import type { ArrowEdge as ArrowEdgeType, BoardNode } from './flow-types.ts';
import { makeFlowHands } from './hands/flow-hands.ts';
import { makePointerHands } from './hands/pointer-hands.ts';
import { useBring } from './hands/use-bring.ts';
import { useClipboard } from './hands/use-clipboard.ts';
import { useSeek } from './hands/use-seek.ts';
import { FrameNode } from './notes/frame-node.tsx';
import { NoteNode } from './notes/note-node.tsx';
import { EmptyBoard } from './view/empty-board.tsx';
import { readView } from './view/keep-view.ts';
import { Word } from './view/word.tsx';
import { LEAST_ZOOM, MOST_ZOOM } from './view/zoom.ts';
import { ZoomControls } from './view/zoom-controls.tsx';

const loadSheets = () => import('./sheets/sheets.tsx');
/** Nothing of them is needed to draw the board, and all of it once somebody works on it. */
const Sheets = lazy(async () => ({ default: (await loadSheets()).Sheets }));
const Overview = lazy(async () => ({ default: (await import('./view/overview.tsx')).Overview }));
const NODE_TYPES = { note: NoteNode, frame: FrameNode };
const EDGE_TYPES = { arrow: ArrowEdge };
const SNAP: [number, number] = [GRID, GRID];
/** Middle and right button, so that the left one draws a lasso. */
const PAN_BUTTONS = [1, 2];
const ADD_KEYS = ['Meta', 'Control', 'Shift'];
/** From so many notes on, only those in sight are drawn. */
const MANY = 300;
/** A board this big is worth a map from the start. */
const MAP_FROM = 60;
const FIT = { padding: 0.08, maxZoom: 1 };

export interface BoardCanvasProps extends CanvasProps {
  /** What is drawn over the board. */
  readonly children?: ReactNode;
}

/** The board: notes, frames and arrows on paper. */
export function BoardCanvas({ board, desk, analysis, actions, layout, children }: BoardCanvasProps) {
  const canvas = useMemo(
    () => createCanvas({ board, desk, analysis, actions, layout }),
    [board, desk, analysis, actions, layout],
  );
  useEffect(() => canvas.connect(), [canvas]);
  useEffect(() => void loadSheets(), []);
  useActions(
    actions,
    useMemo(() => listCanvasActions(canvas), [canvas]),
  );
  return (
    <CanvasContext value={canvas}>
      <ReactFlowProvider>
        <Paper>{children}</Paper>
      </ReactFlowProvider>
    </CanvasContext>
  );
}

function Paper({ children }: Pick<BoardCanvasProps, 'children'>) {
  const canvas = useCanvas();
  const { store, board } = canvas;
  const nodes = useStore(store, (state) => state.nodes);
  const edges = useStore(store, (state) => state.edges);
  const flow = useMemo(() => makeFlowHands(canvas), [canvas]);
  const pointer = useMemo(() => makePointerHands(canvas), [canvas]);
  const [view] = useState(() => readView(board.id));
  const [hasMap, setHasMap] = useState(() => nodes.length > MAP_FROM);
  useClipboard();
  useSeek();
  useBring();
  return (
    <section
      className="canvas"
      data-scope="canvas"
      aria-label="Canvas"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys of the board work while the focus is here.
      tabIndex={0}
      ref={flow.setRoot}
      {...pointer}
    >
      <ArrowTips />
      <ReactFlow<BoardNode, ArrowEdgeType>
        nodes={nodes as BoardNode[]}
        edges={edges as ArrowEdgeType[]}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        {...flow.handlers}
        {...(view ? { defaultViewport: view } : { fitView: true, fitViewOptions: FIT })}
        minZoom={LEAST_ZOOM}
        maxZoom={MOST_ZOOM}
        snapToGrid
        snapGrid={SNAP}
        nodeDragThreshold={3}
        selectionOnDrag
        selectionMode={SelectionMode.Partial}
        panOnDrag={PAN_BUTTONS}
        panOnScroll
        zoomOnDoubleClick={false}
        multiSelectionKeyCode={ADD_KEYS}
        selectionKeyCode={null}
        deleteKeyCode={null}
        nodesConnectable={false}
        edgesFocusable={false}
        elevateNodesOnSelect={false}
        disableKeyboardA11y
        onlyRenderVisibleElements={nodes.length > MANY}
        attributionPosition="bottom-left"
      >
        <Background variant={BackgroundVariant.Dots} gap={GRID * 3} size={2} />
        <LinkDots />
        <LinkLine />
        {children}
        <Panel position="bottom-right" className="canvas-corner">
          {hasMap && nodes.length > 0 && (
            <Suspense fallback={null}>
              <Overview />
            </Suspense>
          )}
          <ZoomControls hasMap={hasMap} onToggleMap={() => setHasMap(!hasMap)} />
        </Panel>
      </ReactFlow>
      <EmptyBoard />
      <Suspense fallback={null}>
        <Sheets />
      </Suspense>
      <Word />
    </section>
  );
}
