import { Toolbar } from 'radix-ui';
import type { DragEvent } from 'react';
import type { BoardKind } from '../../board/element-key.ts';
import { KIND_ORDER, KINDS } from '../../board/kinds.ts';
import { Swatch } from '../../ui/swatch.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';

/** What the canvas takes for a note that is let fall on it. */
const DRAG_TYPE = 'application/x-ambit-kind';

const NOTES = KIND_ORDER.filter((kind) => KINDS[kind].form === 'note');
const OTHERS = KIND_ORDER.filter((kind) => KINDS[kind].form !== 'note');

/** The kinds of elements, each with its key; a click makes one. */
export function Rail({ onMake }: { readonly onMake: (kind: BoardKind) => void }) {
  const draw = (kind: BoardKind) => <RailButton key={kind} kind={kind} onMake={onMake} />;
  return (
    <nav className="rail" aria-label="Kinds">
      <Toolbar.Root className="rail-tools" orientation="vertical" aria-label="Add to the board">
        {NOTES.map(draw)}
        <Toolbar.Separator className="rail-line" />
        {OTHERS.map(draw)}
      </Toolbar.Root>
    </nav>
  );
}

interface RailButtonProps {
  readonly kind: BoardKind;
  readonly onMake: (kind: BoardKind) => void;
}

function RailButton({ kind, onMake }: RailButtonProps) {
  const { label, shortcut, meaning, form, token } = KINDS[kind];
  const onDragStart = (event: DragEvent) => {
    event.dataTransfer.setData(DRAG_TYPE, kind);
    event.dataTransfer.effectAllowed = 'copy';
  };
  return (
    <Tooltip text={label} keys={shortcut} more={meaning} side="right">
      <Toolbar.Button
        className="rail-button"
        aria-label={label}
        aria-keyshortcuts={shortcut}
        draggable={form !== 'label'}
        onDragStart={onDragStart}
        onClick={() => onMake(kind)}
      >
        <Swatch kind={kind} token={token} isNote={form === 'note'} />
        <kbd>{shortcut}</kbd>
      </Toolbar.Button>
    </Tooltip>
  );
}
