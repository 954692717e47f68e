import { ChevronDown, Copy, Download, FolderOpen, LayoutGrid, Pencil, Plus } from 'lucide-react';
import type { Action } from '../../ui/actions.ts';
import { Menu, MenuLine } from '../../ui/menu.tsx';
import { ActionMenuItem } from './action-menu-item.tsx';

const ICON = { size: 14, 'aria-hidden': true } as const;

export interface BoardMenuProps {
  readonly name: string;
  readonly actions: readonly Action[];
}

/** The name of the board, and what can be done with the whole of it. */
export function BoardMenu({ name, actions }: BoardMenuProps) {
  const find = (id: string) => actions.find((action) => action.id === id);
  return (
    <Menu
      trigger={
        <button className="board-name" type="button" title={name}>
          <span className="board-name-text">{name}</span>
          <ChevronDown {...ICON} />
        </button>
      }
    >
      <ActionMenuItem action={find('rename-board')} icon={<Pencil {...ICON} />} />
      <ActionMenuItem action={find('duplicate-board')} icon={<Copy {...ICON} />} />
      <ActionMenuItem action={find('export')} icon={<Download {...ICON} />} />
      <MenuLine />
      <ActionMenuItem action={find('new-board')} icon={<Plus {...ICON} />} />
      <ActionMenuItem action={find('open-file')} icon={<FolderOpen {...ICON} />} />
      <ActionMenuItem action={find('all-boards')} icon={<LayoutGrid {...ICON} />} />
    </Menu>
  );
}
