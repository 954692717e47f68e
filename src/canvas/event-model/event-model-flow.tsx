import { ReactFlow } from '@xyflow/react';
import { useMemo } from 'react';
import { AddSliceButton } from './add-slice-button.tsx';
import { ArrowLayer } from './arrow-layer.tsx';
import { buildNodes, type SceneNode } from './build-nodes.ts';
import { GapButton } from './gap-button.tsx';
import { LaneBand } from './lane-band.tsx';
import { LaneNames } from './lane-names.tsx';
import { ModelNote } from './model-note.tsx';
import { NoSlices } from './no-slices.tsx';
import { ScenarioCard } from './scenario-card.tsx';
import { SliceHead } from './slice-head.tsx';
import { useStage } from './stage.tsx';
import { useCamera } from './use-camera.ts';
import { useNoteKeys } from './use-note-keys.ts';
import type { Walk } from './use-walk.ts';
import { ViewBar } from './view-bar.tsx';
import { WalkCard } from './walk-card.tsx';

const NODE_TYPES = {
  lane: LaneBand,
  arrows: ArrowLayer,
  head: SliceHead,
  note: ModelNote,
  scenario: ScenarioCard,
  gap: GapButton,
  addSlice: AddSliceButton,
};

/** The event model itself, to be moved about and looked at near and far. */
export function EventModelFlow({ walk }: { readonly walk: Walk | null }) {
  const stage = useStage();
  const { scene, desk, activate } = stage;
  const walkAt = walk?.at ?? null;
  const nodes = useMemo(() => buildNodes(scene, walkAt), [scene, walkAt]);
  const camera = useCamera(desk, scene.layout, walkAt);
  const onKeyDown = useNoteKeys(stage);
  const hasSlices = (scene.model.slices ?? []).length > 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the notes inside, which have the focus.
    <div className="em" data-scope="canvas" onKeyDown={onKeyDown}>
      <ReactFlow<SceneNode>
        nodes={nodes}
        edges={[]}
        nodeTypes={NODE_TYPES}
        minZoom={0.1}
        maxZoom={2}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        elementsSelectable={false}
        zoomOnDoubleClick={false}
        panOnScroll
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        disableKeyboardA11y
        attributionPosition="bottom-left"
        onInit={camera.start}
        onNodeClick={(_, node) => {
          if (node.type !== 'note') return;
          activate(node.id);
          desk.getState().select([node.data.note.key]);
        }}
        onNodeDoubleClick={(_, node) => {
          if (node.type === 'note') desk.getState().startEditing(node.data.note.key);
        }}
        onPaneClick={() => desk.getState().select([])}
      />
      <LaneNames />
      {!hasSlices && <NoSlices />}
      {walk === null ? <ViewBar onFit={camera.showAll} /> : <WalkCard walk={walk} />}
    </div>
  );
}
