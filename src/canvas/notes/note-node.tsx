import type { NodeProps } from '@xyflow/react';
import { memo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { ElementKey } from '../../board/element-key.ts';
import { LinkDots } from '../arrows/link-dots.tsx';
import { useCanvas } from '../canvas.ts';
import type { NoteNode as NoteNodeType } from '../flow-types.ts';
import { NoteFace } from '../note-face.tsx';
import { NameEditor } from './name-editor.tsx';

/**
 * A note on the board. React Flow looks for the classes `source` and `target`: arrows are drawn between their middles
 * first, and then to the sides by their routes. What is typed into it changes this note alone.
 */
export const NoteNode = memo(function NoteNode({ id, data }: NodeProps<NoteNodeType>) {
  const key = id as ElementKey;
  const { board, desk, typing } = useCanvas();
  const draft = useSyncExternalStore(board.listen, () => board.state().drafts.get(key));
  const isEditing = useStore(desk, ({ editing }) => editing === key);
  const round = useStore(typing.rounds, (count) => (isEditing ? count : 0));
  return (
    <>
      <NoteFace {...data} name={draft ?? data.name}>
        {isEditing ? <NameEditor key={round} noteKey={key} kind={data.kind} /> : undefined}
      </NoteFace>
      <span className="note-anchor source target" data-handlepos="bottom" />
      <LinkDots noteKey={key} kind={data.kind} />
    </>
  );
});
