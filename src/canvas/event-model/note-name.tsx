import { useEffect, useRef } from 'react';
import { toName } from '../../board/edits/name.ts';
import { renameElement } from '../../board/edits/rename-element.ts';
import type { BoardKind } from '../../board/element-key.ts';
import type { PlacedNote } from '../../board/event-model/event-model-layout.ts';
import { KINDS } from '../../board/kinds.ts';
import { useStage } from './stage.tsx';
import { focusNote } from './use-note-keys.ts';

export interface NoteNameProps {
  readonly note: PlacedNote;
  readonly kind: BoardKind;
  readonly name: string;
}

/** The name of a note while it is typed: Enter or leaving keeps it, Escape does not. */
export function NoteName({ note, kind, name }: NoteNameProps) {
  const { board, desk, activate } = useStage();
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  const finish = (isKept: boolean, staysHere: boolean) => {
    const root = field.current?.closest<HTMLElement>('.em');
    if (isDone.current) return;
    isDone.current = true;
    const wanted = toName(kind, field.current?.value ?? '');
    let key = note.key;
    if (isKept && wanted !== '' && wanted !== name) {
      board.edit(`Rename ${name}`, (document) => {
        const renamed = renameElement(document, note.key, wanted);
        key = renamed.key;
        return renamed.document;
      });
    }
    board.draft(note.key, null);
    desk.getState().startEditing(null);
    desk.getState().select([key]);
    const id = note.id.slice(0, -note.key.length) + key;
    activate(id);
    // The note under its new name is there with the next frame.
    if (staysHere && root) requestAnimationFrame(() => focusNote(root, id));
  };
  return (
    <input
      ref={field}
      className="em-note-name nodrag nopan"
      aria-label={`Name of the ${KINDS[kind].label.toLowerCase()}`}
      defaultValue={board.state().drafts.get(note.key) ?? name}
      onChange={(event) => board.draft(note.key, event.target.value)}
      onBlur={() => finish(true, false)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') finish(true, true);
        if (event.key === 'Escape') finish(false, true);
      }}
    />
  );
}
