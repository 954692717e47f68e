import { type KeyboardEvent, useRef, useState } from 'react';
import type { MatrixCell as Cell } from '../../exploration/matrix-result.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { KindIcon } from '../../ui/kind-icon.tsx';
import { MatrixCell } from './matrix-cell.tsx';
import { isWanted, listColumns, type MatrixFilter } from './matrix-filter.ts';
import { findCell } from './matrix-words.ts';

export interface MatrixGridProps {
  readonly names: readonly string[];
  readonly cells: readonly Cell[];
  readonly strategy: StrategyId;
  readonly filter: MatrixFilter;
  readonly open: readonly [string, string] | null;
  readonly onOpen: (commands: readonly [string, string]) => void;
}

/** Commands by commands: each pair once. Arrow keys walk from pair to pair. */
export function MatrixGrid({ names, cells, strategy, filter, open, onOpen }: MatrixGridProps) {
  const root = useRef<HTMLTableElement>(null);
  const [stop, setStop] = useState<readonly [number, number]>([0, 0]);
  const columns = listColumns(filter.columns);
  const onKeyDown = (event: KeyboardEvent) => {
    const way = WAYS[event.key];
    if (way === undefined) return;
    const [row, column] = [stop[0] + way[0], stop[1] + way[1]];
    if (row < 0 || column >= names.length || column < row) return;
    event.preventDefault();
    event.stopPropagation();
    setStop([row, column]);
    const pair = JSON.stringify([names[row], names[column]]);
    root.current?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(pair)}"]`)?.focus();
  };
  return (
    <div className="matrix-scroll">
      <table className="matrix-grid" aria-label="Pairs of commands" ref={root} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <td />
            {names.map((name) => (
              <th key={name} scope="col" className="matrix-grid-place">
                <Head name={name} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name, row) => (
            <tr key={name}>
              <th scope="row" className="matrix-grid-place matrix-row-head">
                <Head name={name} />
              </th>
              {row > 0 && <td colSpan={row} />}
              {names.slice(row).map((other, index) => {
                const cell = findCell(cells, [name, other]) ?? null;
                return (
                  <td
                    key={other}
                    className="matrix-grid-place"
                    style={{ minWidth: columns.length * 31 + 18 }}
                  >
                    <MatrixCell
                      cell={cell}
                      commands={[name, other]}
                      columns={columns}
                      strategy={strategy}
                      isOpen={open !== null && isPair(open, name, other)}
                      isDimmed={cell !== null && !isWanted(cell, filter)}
                      isStop={stop[0] === row && stop[1] === row + index}
                      onOpen={() => {
                        setStop([row, row + index]);
                        onOpen([name, other]);
                      }}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const WAYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function Head({ name }: { readonly name: string }) {
  return (
    <span className="matrix-head" title={name}>
      <KindIcon kind="command" size={12} />
      <span>{name}</span>
    </span>
  );
}

function isPair([one, other]: readonly [string, string], row: string, column: string): boolean {
  return (one === row && other === column) || (one === column && other === row);
}
