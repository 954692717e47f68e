import { Copy, Pencil, TextCursor } from 'lucide-react';
import type { RaceEntry } from '../../lab/race-results.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { MenuItem, MenuLine } from '../../ui/menu.tsx';
import { IconButton } from '../forms/controls/icon-button.tsx';
import { RowMenu } from '../forms/controls/row-menu.tsx';
import { RaceNameField } from './race-name-field.tsx';
import { sayRacer, sayRacers } from './say-racers.ts';
import { sayTrouble } from './say-trouble.ts';
import type { RaceEdits } from './use-race-edits.ts';
import { VerdictStrip } from './verdict-strip.tsx';

export interface RaceItemProps {
  readonly entry: RaceEntry;
  readonly count: number;
  readonly isOpen: boolean;
  /** Whether Tab comes to it: one of the list is enough, the arrow keys lead on. */
  readonly isStop: boolean;
  readonly isRenaming: boolean;
  readonly strategy: StrategyId;
  readonly edits: RaceEdits;
  /** What is wrong with the race itself, in words; null where nothing is. */
  readonly fault: string | null;
  readonly onOpen: (strategy?: StrategyId) => void;
  readonly onEdit: () => void;
}

/** A race in the list: its name, its commands in short, and a mark for each strategy. */
export function RaceItem(props: RaceItemProps) {
  const { entry, count, isOpen, isStop, isRenaming, strategy, edits, fault, onOpen, onEdit } = props;
  const { at, race, name } = entry;
  const trouble = fault ?? sayTrouble(entry);
  const commands = (race?.commands ?? [])
    .map((issued, index) => `#${index + 1} ${sayRacer(issued)}`)
    .join('\n');
  return (
    <li className="race-item" data-open={isOpen}>
      {isRenaming ? (
        <RaceNameField name={name} onFinish={(wanted) => edits.finishRename(at, wanted)} />
      ) : (
        <button
          type="button"
          className="race-item-open"
          data-race={at}
          tabIndex={isStop ? 0 : -1}
          aria-current={isOpen ? 'true' : undefined}
          onClick={() => onOpen()}
          onDoubleClick={() => edits.startRename(at)}
        >
          <span className="race-item-name">{name}</span>
          {race !== null && (
            <span className="race-item-racers" title={commands}>
              {sayRacers(race)}
            </span>
          )}
        </button>
      )}
      {isOpen && (
        <IconButton className="race-item-edit" label={`Edit ${name}`} icon={Pencil} onClick={onEdit} />
      )}
      <RowMenu
        of={name}
        index={at}
        count={count}
        removeLabel="Delete"
        onMove={(to) => edits.move(at, to)}
        onRemove={() => edits.remove(at)}
      >
        <MenuItem icon={<Pencil size={14} />} onSelect={onEdit}>
          Edit
        </MenuItem>
        <MenuItem icon={<TextCursor size={14} />} keys="F2" onSelect={() => edits.startRename(at)}>
          Rename
        </MenuItem>
        <MenuItem icon={<Copy size={14} />} onSelect={() => edits.duplicate(at)}>
          Duplicate
        </MenuItem>
        <MenuLine />
      </RowMenu>
      {fault === null && <VerdictStrip entry={entry} chosen={strategy} onChoose={onOpen} />}
      {trouble !== null && <p className="race-item-trouble">{trouble}</p>}
    </li>
  );
}
