import { useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { FINDINGS } from '../../exploration/findings.ts';
import type { MatrixCell } from '../../exploration/matrix-result.ts';
import { findCell, findKeys, listCommands, sayFinding, sayWhen } from '../../panels/matrix/matrix-words.ts';
import { STRATEGY_IDS, type StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { type Ask, useAnswer } from '../../ui/use-answer.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { findWorst, type MatrixDesk } from '../exports/shown-matrix.ts';
import { type Order, turn } from './read-order.ts';
import { useOrders } from './use-orders.ts';

/** The matrix for a room, one strategy at a time. */
export function PresentMatrix({ desk }: { readonly desk: MatrixDesk }) {
  const { board, lab, engine } = desk;
  const model = useSyncExternalStore(board.listen, () => board.state().parsed.model);
  const { strategy, cell: open, bounds } = useStore(lab);
  const ask = useMemo((): Ask<readonly MatrixCell[], never> | null => {
    if (model === null) return null;
    return ({ signal }) => engine.searchMatrix({ model, ...bounds }, { signal });
  }, [engine, model, bounds]);
  const { value: cells, failure } = useAnswer(ask);
  useOrders((order) => followOrder(order, desk, cells ?? []));
  if (failure !== null) return <p className="present-words">{failure}</p>;
  if (cells === null) return <p className="present-words">Comparing all pairs…</p>;
  if (cells.length === 0)
    return <p className="present-words">No command writes an event, so none can collide.</p>;
  const opened = open === null ? undefined : findCell(cells, open);
  return (
    <div className="present-pairs">
      <header className="present-head">
        <h1>{sayFinding(cells, strategy)}</h1>
      </header>
      <Grid cells={cells} strategy={strategy} opened={opened} />
      <p className="present-words" aria-live="polite">
        {opened ? <Pair cell={opened} strategy={strategy} desk={desk} /> : STRATEGIES[strategy].summary}
      </p>
    </div>
  );
}

interface GridProps {
  readonly cells: readonly MatrixCell[];
  readonly strategy: StrategyId;
  readonly opened: MatrixCell | undefined;
}

function Grid({ cells, strategy, opened }: GridProps) {
  const commands = listCommands(cells);
  return (
    <table className="present-grid">
      <thead>
        <tr>
          <td />
          {commands.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {commands.map((row, place) => (
          <tr key={row}>
            {commands.slice(0, place).map((column) => (
              <td key={column} />
            ))}
            <th scope="row">{row}</th>
            {commands.slice(place).map((column) => {
              const cell = findCell(cells, [row, column]);
              return cell ? (
                <Cell key={column} cell={cell} strategy={strategy} isOpen={cell === opened} />
              ) : (
                <td key={column} />
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  readonly cell: MatrixCell;
  readonly strategy: StrategyId;
  readonly isOpen: boolean;
}

function Cell({ cell, strategy, isOpen }: CellProps) {
  const keys = findKeys(cell, strategy);
  return (
    <td
      className="present-cell"
      data-open={isOpen}
      data-collides={cell.patterns.some(({ collides }) => collides)}
    >
      <span className="present-when">{sayWhen(cell)}</span>
      <span className="present-marks">
        {keys?.map((key) => (
          <VerdictMark key={key} finding={key} size={22} isNamed />
        ))}
        {keys === null && 'cannot be run'}
        {keys?.length === 0 && 'nothing is written'}
      </span>
    </td>
  );
}

interface PairProps {
  readonly cell: MatrixCell;
  readonly strategy: StrategyId;
  readonly desk: MatrixDesk;
}

/** The pair that is open: what occurs, and why in the worst case of it. */
function Pair({ cell, strategy, desk }: PairProps) {
  const { board, engine } = desk;
  const { model } = board.state().parsed;
  const ask = useMemo((): Ask<string, never> | null => {
    const worst = findWorst([cell], strategy);
    if (worst === null || model === null) return null;
    const { race, schedule } = worst.hit;
    const question = {
      model,
      race,
      strategy,
      schedule: { strategy, order: schedule.map(({ command }) => command) },
    };
    return async ({ signal }) => {
      const told = await engine.tell({ ...question, complete: false }, { signal });
      return 'unavailable' in told ? told.unavailable : (told.steps.at(-1)?.reason ?? '');
    };
  }, [engine, model, cell, strategy]);
  const { value: reason } = useAnswer(ask);
  const worst = findWorst([cell], strategy);
  return (
    <>
      <span className="present-headline">
        {worst && <VerdictMark finding={worst.verdict} size={18} />}
        {cell.commands.join(' × ')}
        {worst && (
          <span className="present-count">
            {FINDINGS[worst.verdict].name}, {worst.pattern}
          </span>
        )}
      </span>
      {reason}
    </>
  );
}

function followOrder(order: Order, { lab }: MatrixDesk, cells: readonly MatrixCell[]): void {
  const { strategy, cell, choose, openCell } = lab.getState();
  switch (order) {
    case 'next-strategy':
    case 'last-strategy':
      choose(turn(STRATEGY_IDS, strategy, order === 'next-strategy' ? 1 : -1) ?? strategy);
      return;
    case 'next':
    case 'back':
    case 'first':
    case 'last': {
      // Before the first pair stands the whole matrix.
      const walk = [null, ...cells];
      const now = cell === null ? null : (findCell(cells, cell) ?? null);
      const ends = { next: turn(walk, now, 1), back: turn(walk, now, -1), first: null, last: walk.at(-1) };
      openCell(ends[order]?.commands ?? null);
      return;
    }
    default:
  }
}
