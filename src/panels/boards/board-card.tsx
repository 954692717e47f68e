import { Copy, Download, Ellipsis, FolderOpen, Pencil, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { BoardEntry } from '../../board/board.ts';
import { Menu, MenuItem, MenuLine } from '../../ui/menu.tsx';
import { BoardPreview } from './board-preview.tsx';
import { RenameBoardForm } from './rename-board-form.tsx';
import { sayAgo } from './say-ago.ts';

const ICON = { size: 14, 'aria-hidden': true } as const;

export interface BoardCardProps {
  readonly entry: BoardEntry;
  readonly now: number;
  readonly onOpen: () => void;
  readonly onRename: (name: string) => void;
  readonly onDuplicate: () => void;
  readonly onExport: () => void;
  readonly onRemove: () => void;
}

export function BoardCard({ entry, now, onOpen, onRename, ...acts }: BoardCardProps) {
  const [isRenaming, setRenaming] = useState(false);
  const wantsRename = useRef(false);
  // The closing menu gives the focus back to its button, which would end a renaming that began before.
  const beginRename = () => {
    setRenaming(wantsRename.current);
    wantsRename.current = false;
  };
  const askForRename = () => {
    wantsRename.current = true;
  };
  const name = sayBoardName(entry);
  return (
    <li className="board-card">
      <button className="board-card-open" type="button" onClick={onOpen} aria-label={`Open ${name}`}>
        <BoardPreview notes={entry.preview} />
      </button>
      <div className="board-card-foot">
        <div className="board-card-text">
          {isRenaming ? (
            <RenameBoardForm name={entry.name} onRename={onRename} onClose={() => setRenaming(false)} />
          ) : (
            <h2 className="board-card-name" title={name}>
              {name}
            </h2>
          )}
          <p className="board-card-about">
            {sayNotes(entry.notes)} · {sayAgo(entry.changedAt, now)}
          </p>
        </div>
        <Menu
          align="end"
          trigger={
            <button
              className="icon-button"
              type="button"
              aria-label={`More for ${name}`}
              onFocus={beginRename}
            >
              <Ellipsis size={16} aria-hidden="true" />
            </button>
          }
        >
          <MenuItem icon={<FolderOpen {...ICON} />} onSelect={onOpen}>
            Open
          </MenuItem>
          <MenuItem icon={<Pencil {...ICON} />} onSelect={askForRename}>
            Rename
          </MenuItem>
          <MenuItem icon={<Copy {...ICON} />} onSelect={acts.onDuplicate}>
            Duplicate
          </MenuItem>
          <MenuItem icon={<Download {...ICON} />} onSelect={acts.onExport}>
            Export as JSON
          </MenuItem>
          <MenuLine />
          <MenuItem icon={<Trash2 {...ICON} />} isDanger onSelect={acts.onRemove}>
            Delete
          </MenuItem>
        </Menu>
      </div>
    </li>
  );
}

/** What a board is called, also when it has no name. */
export function sayBoardName({ name }: BoardEntry): string {
  return name.trim() === '' ? 'Board without a name' : name;
}

function sayNotes(notes: number): string {
  if (notes === 0) return 'Empty';
  return notes === 1 ? '1 note' : `${notes.toLocaleString('en')} notes`;
}
