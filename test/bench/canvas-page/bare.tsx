import '@xyflow/react/dist/style.css';
import { type Edge, type Node, ReactFlow, useEdgesState, useNodesState } from '@xyflow/react';
import { createRoot } from 'react-dom/client';
import { listArrows } from '../../../src/board/edits/arrows.ts';
import { NOTE_SIZE } from '../../../src/board/placement.ts';
import { isJsonObject } from '../../../src/lib/is-json-object.ts';
import type { Model } from '../../../src/model/schema.ts';
import { makeBoard } from './make-board.ts';
import { startProbe, wantedNotes } from './probe.ts';

const document_ = makeBoard(wantedNotes());
const canvas = document_['canvas'];
const places = isJsonObject(canvas) && isJsonObject(canvas['places']) ? canvas['places'] : {};
const startNodes: Node[] = Object.entries(places).map(([id, place]) => ({
  id,
  position: isJsonObject(place) ? { x: Number(place['x']), y: Number(place['y']) } : { x: 0, y: 0 },
  data: { label: id },
  ...NOTE_SIZE,
}));
const startEdges: Edge[] = listArrows(document_ as unknown as Model).map(({ from, to }) => ({
  id: `${from} ${to}`,
  source: from,
  target: to,
}));

function Bare() {
  const [nodes, , onNodesChange] = useNodesState(startNodes);
  const [edges] = useEdgesState(startEdges);
  return (
    <ReactFlow nodes={nodes} edges={edges} onNodesChange={onNodesChange} minZoom={0.02} fitView panOnScroll />
  );
}

const place = document.getElementById('app');
if (place === null) throw new Error('The page has no place for the board');
startProbe();
createRoot(place).render(<Bare />);
