import './name-editor.css';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { BoardKind, ElementKey } from '../../board/element-key.ts';
import { KINDS } from '../../board/kinds.ts';
import { useCanvas } from '../canvas.ts';
import { bringToRead, focusNote } from '../hands/focus-note.ts';
import { makeNote } from '../hands/make-note.ts';

interface NameEditorProps {
  readonly noteKey: ElementKey;
  readonly kind: BoardKind;
}

const HINTS: Partial<Record<BoardKind, string>> = {
  event: 'What happened?',
  command: 'What is asked for?',
  constraint: 'Which rule?',
  actor: 'Who?',
  policy: 'Whenever …',
  hotspot: 'What is open?',
};

/** The field for a name, a new one for each note: the next note may get the very key that the last one had. */
export function NameField(props: NameEditorProps) {
  const round = useStore(useCanvas().typing.rounds);
  return <NameEditor key={round} {...props} />;
}

/** The name of a note while it is typed: Enter goes on to the right, Tab below, Esc gives up. */
function NameEditor({ noteKey, kind }: NameEditorProps) {
  const canvas = useCanvas();
  const { typing } = canvas;
  const [text, setText] = useState(() => typing.textOf(noteKey));
  const field = useRef<HTMLTextAreaElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
    bringToRead(canvas, noteKey);
  }, [canvas, noteKey]);
  const commit = () => {
    if (isDone.current) return null;
    isDone.current = true;
    return typing.commit(noteKey, text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key !== 'Enter' && event.key !== 'Tab' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') {
      isDone.current = true;
      typing.cancel(noteKey);
      return focusNote(canvas);
    }
    const key = commit();
    const goesOn = key !== null && !event.shiftKey && KINDS[kind].form === 'note';
    if (goesOn) makeNote(canvas, kind, event.key === 'Enter' ? 'right' : 'below');
    else focusNote(canvas);
  };
  return (
    <textarea
      className="name-editor note-face-name nodrag nopan nowheel nokey"
      ref={field}
      rows={text.length > 32 ? 4 : 3}
      maxLength={200}
      aria-label={`Name of the ${KINDS[kind].label.toLowerCase()}`}
      placeholder={HINTS[kind] ?? 'Name'}
      value={text}
      spellCheck={!KINDS[kind].isCode}
      onChange={(event) => {
        setText(event.target.value);
        typing.input(noteKey, event.target.value);
      }}
      onKeyDown={onKeyDown}
      onBlur={commit}
    />
  );
}
