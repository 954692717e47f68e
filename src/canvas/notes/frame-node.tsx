import './frame-node.css';
import { type NodeProps, NodeResizeControl, type OnResizeEnd } from '@xyflow/react';
import { memo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { ElementKey } from '../../board/element-key.ts';
import { GRID } from '../../board/placement.ts';
import { KindIcon } from '../../ui/kind-icon.tsx';
import { useCanvas } from '../canvas.ts';
import type { FrameNode as FrameNodeType } from '../flow-types.ts';
import { moveNotes } from '../hands/move-notes.ts';
import { NameField } from './name-editor.tsx';

const LEAST = { minWidth: 23 * GRID, minHeight: 17 * GRID };
const CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const;

/** A frame around notes. It is taken by its border or its name; inside it is paper. */
export const FrameNode = memo(function FrameNode({ id, data, selected }: NodeProps<FrameNodeType>) {
  const key = id as ElementKey;
  const canvas = useCanvas();
  const { board, desk } = canvas;
  const draft = useSyncExternalStore(board.listen, () => board.state().drafts.get(key));
  const isEditing = useStore(desk, ({ editing }) => editing === key);
  const onResizeEnd: OnResizeEnd = (_, { x, y, width, height }) => {
    moveNotes(canvas, 'Resize', new Map([[key, { x, y, width, height }]]));
    canvas.setMoving(null);
  };
  return (
    <div className={`frame frame-${data.kind}`}>
      <span className="frame-edge frame-edge-top" />
      <span className="frame-edge frame-edge-right" />
      <span className="frame-edge frame-edge-bottom" />
      <span className="frame-edge frame-edge-left" />
      <div className="frame-name">
        <KindIcon kind={data.kind} size={14} />
        {isEditing ? <NameField noteKey={key} kind={data.kind} /> : <span>{draft ?? data.name}</span>}
      </div>
      {selected &&
        CORNERS.map((corner) => (
          <NodeResizeControl
            key={corner}
            className="frame-corner"
            position={corner}
            {...LEAST}
            onResizeEnd={onResizeEnd}
          />
        ))}
    </div>
  );
});
