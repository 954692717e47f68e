import { Plus } from 'lucide-react';
import { putInSlice, takeOutOfSlice } from '../../board/edits/slices.ts';
import type { BoardKind, ElementKey } from '../../board/element-key.ts';
import type { PlacedNote } from '../../board/event-model/event-model-layout.ts';
import { listMoves } from '../../board/event-model/list-moves.ts';
import { takeMove } from '../../board/event-model/take-move.ts';
import { KINDS } from '../../board/kinds.ts';
import { KindIcon } from '../../ui/kind-icon.tsx';
import { Menu, MenuItem, MenuLine } from '../../ui/menu.tsx';
import { useStage } from './stage.tsx';

export interface NextMenuProps {
  readonly note: PlacedNote;
  readonly name: string;
  readonly kind: BoardKind;
}

/** The + on a note: what may follow it, and which slices it can stand in. */
export function NextMenu({ note, name, kind }: NextMenuProps) {
  const { board, desk, scene, activate } = useStage();
  const column = scene.layout.columns[note.column];
  const slice = column?.slice ?? null;
  const others = scene.layout.columns.filter((each) => each.slice !== null && !each.keys.includes(note.key));
  const moves = listMoves(kind);
  const make = (to: BoardKind) => {
    let key: ElementKey | null = null;
    board.edit(`Add ${KINDS[to].label.toLowerCase()} after ${name}`, (document) => {
      const taken = takeMove(document, note.key, slice, to);
      key = taken.key;
      return taken.document;
    });
    if (key === null) return;
    activate(null);
    desk.getState().seek(key);
    // The menu gives the focus back to its button first.
    setTimeout(() => desk.getState().startEditing(key), 50);
  };
  return (
    <div className="em-next nodrag nopan">
      <Menu
        trigger={
          <button
            type="button"
            className="em-next-button"
            aria-label={`What follows ${name}`}
            title="What follows"
          >
            <Plus size={14} aria-hidden="true" />
          </button>
        }
      >
        {moves.map((move) => (
          <MenuItem key={move} icon={<KindIcon kind={move} />} onSelect={() => make(move)}>
            {KINDS[move].label}
          </MenuItem>
        ))}
        {moves.length > 0 && <MenuLine />}
        {others.map((other) => (
          <MenuItem
            key={other.id}
            onSelect={() =>
              board.edit(`Put ${name} into ${other.name}`, (document) =>
                putInSlice(document, other.slice ?? 0, note.key),
              )
            }
          >
            Also in “{other.name}”
          </MenuItem>
        ))}
        {slice !== null && (
          <MenuItem
            onSelect={() =>
              board.edit(`Take ${name} out of ${column?.name}`, (document) =>
                takeOutOfSlice(document, slice, note.key),
              )
            }
          >
            Take out of this slice
          </MenuItem>
        )}
      </Menu>
    </div>
  );
}
