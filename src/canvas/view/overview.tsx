import './overview.css';
import { useStore as useFlowStore } from '@xyflow/react';
import { memo, type PointerEvent, useRef } from 'react';
import { useStore } from 'zustand';
import { KIND_ORDER, KINDS } from '../../board/kinds.ts';
import type { Rect } from '../arrows/geometry.ts';
import { useCanvas } from '../canvas.ts';
import type { BoardNode } from '../flow-types.ts';
import { boundsOf } from './bounds.ts';

const MARGIN = 80;

/** The whole board in small, and the part of it that is in sight; a press goes there. */
export function Overview() {
  const canvas = useCanvas();
  const map = useRef<SVGSVGElement>(null);
  // While notes are moved the map stays as it was: it has no part in the hurry.
  const nodes = useStore(canvas.store, ({ restingNodes }) => restingNodes);
  const board = boundsOf(nodes, MARGIN);
  const go = (event: PointerEvent) => {
    const matrix = map.current?.getScreenCTM()?.inverse();
    if (event.buttons !== 1 || !matrix) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
    const flow = canvas.flow();
    void flow?.setCenter(x, y, { zoom: flow.getZoom() });
  };
  return (
    <div className="overview" aria-hidden="true" onPointerDown={go} onPointerMove={go}>
      <svg ref={map} viewBox={`${board.x} ${board.y} ${board.width} ${board.height}`}>
        <title>Map</title>
        <Shapes nodes={nodes} />
        <InSight />
      </svg>
    </div>
  );
}

/** One path for each kind: a thousand shapes cost no more than a dozen. */
const Shapes = memo(function Shapes({ nodes }: { readonly nodes: readonly BoardNode[] }) {
  return KIND_ORDER.toReversed().map((kind) => {
    const own = nodes.filter(({ data }) => data.kind === kind);
    if (own.length === 0) return null;
    const path = own.map(
      ({ position: { x, y }, width = 0, height = 0 }) => `M${x},${y}h${width}v${height}h${-width}z`,
    );
    return <path key={kind} className={`overview-${KINDS[kind].token}`} d={path.join('')} />;
  });
});

function InSight() {
  const [x, y, zoom] = useFlowStore(({ transform }) => transform);
  const width = useFlowStore((state) => state.width);
  const height = useFlowStore((state) => state.height);
  const seen: Rect = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
  return <rect className="overview-seen" {...seen} />;
}
