import { type BoardKind, parseKey } from '../../board/element-key.ts';
import { KIND_ORDER, KINDS } from '../../board/kinds.ts';
import type { Action } from '../../ui/actions.ts';
import type { Canvas } from '../canvas.ts';
import { makeFrameAround } from '../hands/make-frame.ts';
import { makeNote } from '../hands/make-note.ts';

/** One action for each kind of element, under its letter. */
export function listMakeActions(canvas: Canvas): readonly Action[] {
  return KIND_ORDER.map((kind) => makeAction(canvas, kind));
}

function makeAction(canvas: Canvas, kind: BoardKind): Action {
  const { label, shortcut, form, meaning } = KINDS[kind];
  const shared = {
    id: `make-${kind}`,
    group: 'Add',
    keys: [shortcut],
    scope: 'canvas',
    words: [meaning],
  } as const;
  const name = label.toLowerCase();
  if (form === 'label') {
    return {
      ...shared,
      label: 'Tag the selected events…',
      isEnabled: () => listEvents(canvas).length > 0,
      run: () => canvas.store.setState({ sheet: { kind: 'tag', keys: listEvents(canvas) } }),
    };
  }
  if (form === 'frame') {
    return { ...shared, label: `Draw a frame: ${name}`, run: () => makeFrameAround(canvas, kind) };
  }
  return {
    ...shared,
    label: `Add ${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`,
    run: () => makeNote(canvas, kind),
  };
}

function listEvents({ desk }: Canvas) {
  return desk.getState().selected.filter((key) => parseKey(key)?.kind === 'event');
}
