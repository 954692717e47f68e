import { SlidersHorizontal } from 'lucide-react';
import { useId } from 'react';
import { FINDING_KEYS, FINDINGS, type FindingKey } from '../../exploration/findings.ts';
import type { LabParts } from '../../lab/lab-parts.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { Popover } from '../../ui/popover.tsx';
import { ToggleGroup } from '../../ui/toggle-group.tsx';
import { BoundsForm } from './bounds-form.tsx';
import { listColumns, type MatrixFilter } from './matrix-filter.ts';

const SHOWN = [
  { value: 'guards', label: 'Guards' },
  { value: 'locks', label: 'Locks' },
  { value: 'all', label: 'All' },
] as const;

/** What a matrix can show; a half-written saga shows in races only. */
const WANTED = FINDING_KEYS.filter((key) => !['violation', 'partial', 'error'].includes(key));

export interface MatrixBarProps {
  readonly parts: LabParts;
  readonly filter: MatrixFilter;
  readonly onFilter: (filter: MatrixFilter) => void;
}

/** Which strategies are shown, what is looked for, and how far. */
export function MatrixBar({ parts, filter, onFilter }: MatrixBarProps) {
  const id = useId();
  const columns = listColumns(filter.columns);
  return (
    <div className="matrix-bar">
      <ToggleGroup
        label="Strategies shown"
        value={filter.columns}
        options={SHOWN}
        onChoose={(shown) => onFilter({ ...filter, columns: shown, strategy: null })}
      />
      <div className="matrix-find">
        <label htmlFor={`${id}-finding`}>Find</label>
        <select
          id={`${id}-finding`}
          value={filter.finding ?? ''}
          onChange={({ target }) =>
            onFilter({ ...filter, finding: (target.value || null) as FindingKey | null })
          }
        >
          <option value="">everything</option>
          {WANTED.map((key) => (
            <option key={key} value={key}>
              {FINDINGS[key].name}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}-strategy`}>under</label>
        <select
          id={`${id}-strategy`}
          value={filter.strategy ?? ''}
          disabled={filter.finding === null}
          onChange={({ target }) =>
            onFilter({ ...filter, strategy: columns.find((column) => column === target.value) ?? null })
          }
        >
          <option value="">any strategy</option>
          {columns.map((column) => (
            <option key={column} value={column}>
              {STRATEGIES[column].name}
            </option>
          ))}
        </select>
      </div>
      <Popover
        label="Bounds of the search"
        align="end"
        trigger={
          <button type="button" className="button">
            <SlidersHorizontal size={14} aria-hidden="true" /> Bounds
          </button>
        }
      >
        <BoundsForm lab={parts.lab} />
      </Popover>
    </div>
  );
}
