import { useId, useSyncExternalStore } from 'react';
import { toName } from '../../board/edits/name.ts';
import { renameElement } from '../../board/edits/rename-element.ts';
import { type BoardKind, findElement, makeKey } from '../../board/element-key.ts';
import { KINDS } from '../../board/kinds.ts';
import { Refusal } from '../forms/controls/refusal.tsx';
import { useTypedName } from '../forms/controls/use-typed-name.ts';
import { ElementSwatch } from '../forms/element-swatch.tsx';
import { CloseButton } from './close-button.tsx';
import { useInspector } from './use-inspector.ts';

/** What the inspector is about: the kind, and the name, which is changed right here. */
export function ElementHeader({ kind, name }: { readonly kind: BoardKind; readonly name: string }) {
  const { board, desk, document } = useInspector();
  const id = useId();
  const key = makeKey(kind, name);
  const draft = useSyncExternalStore(board.listen, () => board.state().drafts.get(key));
  const rename = (text: string) => {
    let renamed = key;
    board.edit(`Rename ${name}`, (current) => {
      const result = renameElement(current, key, toName(kind, text));
      renamed = result.key;
      return result.document;
    });
    const { selected, selectedArrows, select } = desk.getState();
    if (selected.includes(key)) {
      select(
        selected.map((other) => (other === key ? renamed : other)),
        selectedArrows,
      );
    }
  };
  const judge = (text: string) => {
    const wanted = toName(kind, text);
    if (wanted === '') return 'It needs a name.';
    if (wanted === name || findElement(document, makeKey(kind, wanted)) === undefined) return null;
    return `The name “${wanted}” is taken.`;
  };
  const { refused, control } = useTypedName({
    value: name,
    shown: draft,
    judge,
    onFinish: rename,
    onDraft: (text) => board.draft(key, text),
  });
  return (
    <header className="insp-head">
      <ElementSwatch kind={kind} isLarge />
      <div className="insp-head-text">
        <p className="insp-eyebrow">{KINDS[kind].label}</p>
        <h2 className="visually-hidden">{name}</h2>
        <textarea
          className="insp-title form-quiet"
          rows={Math.ceil((control.value.length + 1) / 22)}
          spellCheck={false}
          aria-label={`Name of the ${KINDS[kind].label.toLowerCase()}`}
          aria-invalid={refused !== null}
          aria-describedby={refused === null ? undefined : `${id}-refused`}
          {...control}
        />
        <Refusal id={`${id}-refused`}>{refused}</Refusal>
      </div>
      <CloseButton />
    </header>
  );
}
