import { acceptCompletion, closeCompletion } from '@codemirror/autocomplete';
import { insertNewline, standardKeymap } from '@codemirror/commands';
import { type Extension, Prec } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';

function leave(view: EditorView): boolean {
  view.contentDOM.blur();
  return true;
}

/** Enter is done, Shift+Enter begins a line, Tab goes on to the next field. Undo is the board's, not the browser's. */
export const expressionKeys: Extension = [
  Prec.highest(
    keymap.of([
      { key: 'Enter', run: (view) => acceptCompletion(view) || leave(view) },
      { key: 'Shift-Enter', run: insertNewline },
      { key: 'Escape', run: (view) => closeCompletion(view) || leave(view) },
    ]),
  ),
  keymap.of(standardKeymap),
  EditorView.domEventHandlers({ beforeinput: takeInput }),
];

/** True when the browser is to keep its hands off. */
function takeInput(event: InputEvent, view: EditorView): boolean {
  const isUndo = event.inputType === 'historyUndo' || event.inputType === 'historyRedo';
  // Over a selection the browser would type in a style of its own, as an attribute that the page forbids.
  const isOver = event.inputType === 'insertText' && event.data !== null && !view.state.selection.main.empty;
  if (!isUndo && !isOver) return false;
  event.preventDefault();
  if (isOver) view.dispatch(view.state.replaceSelection(event.data ?? ''), { userEvent: 'input.type' });
  return true;
}
