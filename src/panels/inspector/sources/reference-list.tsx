import { X } from 'lucide-react';
import type { BoardKind } from '../../../board/element-key.ts';
import { BOARD_SECTIONS } from '../../../board/element-key.ts';
import { KINDS } from '../../../board/kinds.ts';
import { AddMenu } from '../../forms/controls/add-menu.tsx';
import { IconButton } from '../../forms/controls/icon-button.tsx';
import { ElementSwatch } from '../../forms/element-swatch.tsx';
import { listNames } from '../../forms/read-json.ts';
import { ElementLink } from '../element-link.tsx';
import { useInspector } from '../use-inspector.ts';

export interface ReferenceListProps {
  readonly kind: BoardKind;
  readonly names: readonly string[];
  readonly addLabel: string;
  readonly onAdd: (name: string) => void;
  readonly onRemove: (name: string, index: number) => void;
}

/** Names of other elements: to go there, to add and to remove. */
export function ReferenceList({ kind, names, addLabel, onAdd, onRemove }: ReferenceListProps) {
  const { document } = useInspector();
  const offered = listNames(document, BOARD_SECTIONS[kind]).filter((name) => !names.includes(name));
  const { plural } = KINDS[kind];
  return (
    <>
      {names.length > 0 && (
        <ul className="entry-list">
          {names.map((name, index) => (
            <li className="entry-row entry-row-head" key={name}>
              <ElementLink kind={kind} name={name} />
              <IconButton label={`Remove ${name}`} icon={X} onClick={() => onRemove(name, index)} />
            </li>
          ))}
        </ul>
      )}
      <AddMenu
        label={addLabel}
        empty={
          names.length > 0
            ? `All ${plural.toLowerCase()} are in.`
            : `No ${plural.toLowerCase()} on the board yet.`
        }
        options={offered.map((name) => ({ value: name, label: name, icon: <ElementSwatch kind={kind} /> }))}
        onAdd={onAdd}
      />
    </>
  );
}
