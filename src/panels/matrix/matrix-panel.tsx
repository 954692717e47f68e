import './matrix.css';
import { useCallback, useState } from 'react';
import { useStore } from 'zustand';
import { sayBounds } from '../../exploration/words/say-bounds.ts';
import type { LabParts } from '../../lab/lab-parts.ts';
import type { Model } from '../../model/schema.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { CellDetail } from './cell-detail.tsx';
import { MatrixFindings } from './findings/matrix-findings.tsx';
import { FoundCases } from './found-cases.tsx';
import { MatrixBar } from './matrix-bar.tsx';
import { listColumns, type MatrixFilter } from './matrix-filter.ts';
import { MatrixGrid } from './matrix-grid.tsx';
import { MatrixLegend } from './matrix-legend.tsx';
import { findCell } from './matrix-words.ts';
import { sayHeadline } from './say-headline.ts';
import { SearchState } from './search-state.tsx';
import { type Matrix, useMatrix } from './use-matrix.ts';

/** Every pair of commands, and what can happen between them. */
export function MatrixPanel(parts: LabParts) {
  const matrix = useMatrix(parts);
  const names = listNames(matrix.model);
  if (matrix.model === null || names.length === 0) {
    return (
      <EmptyState title="No pairs to compare">
        Two commands can only get in each other’s way when they append events: draw an arrow from a command to
        an event, and the matrix fills by itself.
      </EmptyState>
    );
  }
  return <Filled parts={parts} model={matrix.model} matrix={matrix} names={names} />;
}

interface FilledProps {
  readonly parts: LabParts;
  readonly model: Model;
  readonly matrix: Matrix;
  readonly names: readonly string[];
}

function Filled({ parts, model, matrix, names }: FilledProps) {
  const { lab } = parts;
  const strategy = useStore(lab, (held) => held.strategy);
  const open = useStore(lab, (held) => held.cell);
  const [filter, setFilter] = useState<MatrixFilter>({ columns: 'guards', strategy: null, finding: null });
  const close = useCallback(() => {
    const cell = lab.getState().cell;
    lab.getState().openCell(null);
    const pair = cell && CSS.escape(JSON.stringify(cell));
    if (pair) document.querySelector<HTMLElement>(`[data-cell="${pair}"]`)?.focus();
  }, [lab]);
  const opened = open === null ? undefined : findCell(matrix.cells, open);
  const bounds = matrix.cells.flatMap(({ patterns }) => patterns.map((pattern) => pattern.bounds));
  return (
    <section
      className="matrix"
      aria-label="Matrix"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || open === null) return;
        event.stopPropagation();
        close();
      }}
    >
      <header className="matrix-top">
        <div>
          <h2>{sayHeadline(matrix.cells, strategy)}</h2>
          <SearchState matrix={matrix} />
        </div>
        <MatrixBar parts={parts} filter={filter} onFilter={setFilter} />
      </header>
      <div className={`matrix-body${opened ? ' has-detail' : ''}`}>
        <MatrixGrid
          names={names}
          cells={matrix.cells}
          strategy={strategy}
          filter={filter}
          open={open}
          onOpen={(commands) => lab.getState().openCell(commands)}
        />
        {opened && (
          <CellDetail
            key={opened.commands.join()}
            parts={parts}
            model={model}
            cell={opened}
            columns={listColumns(filter.columns)}
            strategy={strategy}
            onClose={close}
          />
        )}
      </div>
      <FoundCases parts={parts} cells={matrix.cells} filter={filter} />
      <MatrixFindings
        parts={parts}
        model={model}
        cells={matrix.cells}
        strategy={strategy}
        isComplete={matrix.state === 'done'}
      />
      <MatrixLegend />
      {bounds.length > 0 && <p className="matrix-bounds-said">{sayBounds(bounds)}</p>}
    </section>
  );
}

/** The commands that append events, in the model's order. */
function listNames(model: Model | null): readonly string[] {
  return Object.entries(model?.commands ?? {}).flatMap(([name, { emits }]) =>
    emits !== undefined && emits.length > 0 ? [name] : [],
  );
}
