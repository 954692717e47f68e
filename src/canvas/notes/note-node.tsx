import type { NodeProps } from '@xyflow/react';
import { memo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { ElementKey } from '../../board/element-key.ts';
import { useCanvas } from '../canvas.ts';
import type { NoteNode as NoteNodeType } from '../flow-types.ts';
import { NoteFace } from '../note-face.tsx';
import { NameField } from './name-editor.tsx';

/**
 * A note on the board. React Flow looks for the classes `source` and `target`: arrows are drawn between their middles
 * first, and then to the sides by their routes. What is typed into it changes this note alone.
 */
export const NoteNode = memo(function NoteNode({ id, data }: NodeProps<NoteNodeType>) {
  const key = id as ElementKey;
  const { board, desk } = useCanvas();
  const draft = useSyncExternalStore(board.listen, () => board.state().drafts.get(key));
  const isEditing = useStore(desk, ({ editing }) => editing === key);
  return (
    <>
      <NoteFace {...data} name={draft ?? data.name}>
        {isEditing ? <NameField noteKey={key} kind={data.kind} /> : undefined}
      </NoteFace>
      <span className="note-anchor source target" data-handlepos="bottom" />
    </>
  );
});
