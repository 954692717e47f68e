import type { NodeProps } from '@xyflow/react';
import { ChevronDown, ChevronLeft, ChevronRight, Play, Trash2 } from 'lucide-react';
import {
  moveSlice,
  removeSlice,
  renameSlice,
  setSliceKind,
  setSliceStatus,
} from '../../board/edits/slices.ts';
import type { PlacedColumn, SliceKind } from '../../board/event-model/event-model-layout.ts';
import { Menu, MenuChoice, MenuItem, MenuLine } from '../../ui/menu.tsx';
import type { HeadNode } from './build-nodes.ts';
import { NO_KIND, nextStatus, SLICE_KINDS } from './slice-kinds.ts';
import { SliceName } from './slice-name.tsx';
import { useStage } from './stage.tsx';

/** The head of a column: what the slice is called, which pattern it follows, how far it is, and where it stands. */
export function SliceHead({ data: { column, last } }: NodeProps<HeadNode>) {
  const { board } = useStage();
  const { slice, name, status } = column;
  if (slice === null) {
    return (
      <div className="em-head em-head-rest">
        <h2>{name}</h2>
        <p>Put these into a slice with the + on the note.</p>
      </div>
    );
  }
  const move = (to: number) => board.edit(`Move slice ${name}`, (document) => moveSlice(document, slice, to));
  const next = nextStatus(status);
  return (
    <div className="em-head nodrag nopan">
      <SliceName
        name={name}
        onRename={(wanted) =>
          board.edit(`Rename slice ${name}`, (document) => renameSlice(document, slice, wanted))
        }
      />
      <div className="em-head-tools">
        <KindMenu column={column} slice={slice} last={last} onMove={move} />
        <button
          type="button"
          className={`em-status em-status-${status ?? 'none'}`}
          aria-label={`Status of ${name}: ${status ?? 'not said'}. Set it to ${next}`}
          title={`Set to ${next}`}
          onClick={() =>
            board.edit(`Set ${name} to ${next}`, (document) => setSliceStatus(document, slice, next))
          }
        >
          {status ?? 'status'}
        </button>
        <span className="em-spring" />
        <button
          type="button"
          className="em-tool"
          aria-label={`Move ${name} left`}
          disabled={slice === 0}
          onClick={() => move(slice - 1)}
        >
          <ChevronLeft size={14} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="em-tool"
          aria-label={`Move ${name} right`}
          disabled={slice === last}
          onClick={() => move(slice + 1)}
        >
          <ChevronRight size={14} aria-hidden="true" />
        </button>
      </div>
    </div>
  );
}

interface KindMenuProps {
  readonly column: PlacedColumn;
  readonly slice: number;
  readonly last: number;
  readonly onMove: (to: number) => void;
}

function KindMenu({ column: { name, kind }, slice, last, onMove }: KindMenuProps) {
  const { board, desk } = useStage();
  const { label, meaning, Icon } = kind === null ? NO_KIND : SLICE_KINDS[kind];
  const options = (Object.keys(SLICE_KINDS) as SliceKind[]).map((value) => {
    const entry = SLICE_KINDS[value];
    return { value, label: entry.label, icon: <entry.Icon size={14} aria-hidden="true" /> };
  });
  return (
    <Menu
      trigger={
        <button
          type="button"
          className="em-kind"
          aria-label={`Slice ${name}: ${label}. More`}
          title={meaning}
        >
          <Icon size={13} aria-hidden="true" />
          {label}
          <ChevronDown size={12} aria-hidden="true" />
        </button>
      }
    >
      <MenuChoice
        label="Kind"
        value={kind ?? ''}
        options={options}
        onChoose={(chosen) =>
          board.edit(`Make ${name} a ${chosen}`, (document) =>
            setSliceKind(document, slice, chosen as SliceKind),
          )
        }
      />
      <MenuLine />
      <MenuItem icon={<Play size={14} />} onSelect={() => desk.getState().walkTo(slice)}>
        Walk from here
      </MenuItem>
      <MenuItem icon={<ChevronLeft size={14} />} isDisabled={slice === 0} onSelect={() => onMove(slice - 1)}>
        Move left
      </MenuItem>
      <MenuItem
        icon={<ChevronRight size={14} />}
        isDisabled={slice === last}
        onSelect={() => onMove(slice + 1)}
      >
        Move right
      </MenuItem>
      <MenuItem
        icon={<Trash2 size={14} />}
        onSelect={() => board.edit(`Remove slice ${name}`, (document) => removeSlice(document, slice))}
      >
        Remove the slice, keep its notes
      </MenuItem>
    </Menu>
  );
}
