import { Copy, Download, FolderOpen, LayoutGrid, Pencil, Plus } from 'lucide-react';
import type { Action } from '../../ui/actions.ts';
import { Menu, MenuLine } from '../../ui/menu.tsx';
import { ActionMenuItem } from './action-menu-item.tsx';
import { BoardName } from './board-name.tsx';

const ICON = { size: 14, 'aria-hidden': true } as const;

export interface BoardMenuProps {
  readonly name: string;
  readonly actions: readonly Action[];
}

/** The name of the board, and what can be done with the whole of it. */
export function BoardMenu({ name, actions }: BoardMenuProps) {
  const find = (id: string) => actions.find((action) => action.id === id);
  return (
    <Menu trigger={<BoardName name={name} />}>
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
