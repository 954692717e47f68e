import { MenuItem, MenuLine } from '../../ui/menu.tsx';
import type { Point } from '../arrows/geometry.ts';
import { useCanvas } from '../canvas.ts';
import { PointMenu } from './point-menu.tsx';

export interface CanvasMenuProps {
  readonly at: Point;
  readonly onClose: () => void;
}

/** Actions by their ids, in groups. */
const ON_NOTES = [
  ['rename-note', 'draw-arrow', 'make-tag'],
  ['race-these', 'race-twice'],
  ['cut', 'copy', 'paste', 'duplicate'],
  ['make-aggregate', 'make-context', 'align-top', 'distribute-across'],
  ['delete'],
];
const ON_ARROW = [['edit-subset'], ['delete']];
const ON_PAPER = [
  ['make-event', 'make-command', 'make-constraint', 'make-hotspot'],
  ['paste', 'select-all'],
  ['tidy', 'zoom-fit'],
];

/** What can be done with what is selected, or with the board. The actions are those of the keyboard. */
export function CanvasMenu({ at, onClose }: CanvasMenuProps) {
  const { actions, desk } = useCanvas();
  const { selected, selectedArrows } = desk.getState();
  const groups = selected.length > 0 ? ON_NOTES : selectedArrows.length > 0 ? ON_ARROW : ON_PAPER;
  const shown = groups
    .map((ids) =>
      ids.flatMap(
        (id) => actions.list().find((action) => action.id === id && action.isEnabled?.() !== false) ?? [],
      ),
    )
    .filter((group) => group.length > 0);
  return (
    <PointMenu at={at} label="Actions" onClose={onClose}>
      {shown.map((group, index) => (
        <div key={group[0]?.id}>
          {index > 0 && <MenuLine />}
          {group.map(({ id, label, keys, run }) => (
            <MenuItem
              key={id}
              isDanger={id === 'delete'}
              onSelect={() => setTimeout(run)}
              {...(keys?.[0] === undefined ? {} : { keys: keys[0] })}
            >
              {label}
            </MenuItem>
          ))}
        </div>
      ))}
    </PointMenu>
  );
}
