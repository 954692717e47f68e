import { FINDINGS } from '../../exploration/findings.ts';
import type { MatrixCell as Cell } from '../../exploration/matrix-result.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { findKeys, sayWhen } from './matrix-words.ts';
import { sayCell } from './say-cell.ts';

export interface MatrixCellProps {
  /** Null while it is being searched. */
  readonly cell: Cell | null;
  readonly commands: readonly [string, string];
  readonly columns: readonly StrategyId[];
  readonly strategy: StrategyId;
  readonly isOpen: boolean;
  readonly isDimmed: boolean;
  readonly isStop: boolean;
  readonly onOpen: () => void;
}

/** A pair of commands: when they collide, and what each strategy makes of it. */
export function MatrixCell(props: MatrixCellProps) {
  const { cell, commands, columns, strategy, isOpen, isDimmed, isStop, onOpen } = props;
  const [row, column] = commands;
  if (cell === null) {
    return (
      <div className="matrix-cell matrix-cell-waiting">
        <span aria-hidden="true">…</span>
        <span className="visually-hidden">{`${row} × ${column}: being searched`}</span>
      </div>
    );
  }
  const statement = sayCell(cell, strategy);
  const isCalm = cell.summary === 'never';
  return (
    <button
      type="button"
      className={`matrix-cell${isCalm ? ' matrix-cell-calm' : ''}${isDimmed ? ' matrix-cell-dimmed' : ''}`}
      aria-label={sayAll(cell, columns, statement?.words)}
      aria-expanded={isOpen}
      data-cell={JSON.stringify(commands)}
      tabIndex={isStop ? 0 : -1}
      onClick={onOpen}
    >
      <span className="matrix-cell-when">{sayWhen(cell)}</span>
      <span className={`matrix-cell-words${statement ? ` matrix-words-${statement.finding}` : ''}`}>
        {statement?.words ?? `${STRATEGIES[strategy].name} lets all through, safely`}
      </span>
      <span className="matrix-cell-marks">
        {columns.map((id) => (
          <Slot key={id} cell={cell} strategy={id} isOn={id === strategy} />
        ))}
      </span>
    </button>
  );
}

interface SlotProps {
  readonly cell: Cell;
  readonly strategy: StrategyId;
  readonly isOn: boolean;
}

/** All that occurs under a strategy, depending on the past and the order. */
function Slot({ cell, strategy, isOn }: SlotProps) {
  const keys = findKeys(cell, strategy);
  const { name } = STRATEGIES[strategy];
  const said = keys === null ? 'cannot be used here' : keys.map((key) => FINDINGS[key].name).join(', ');
  return (
    <span className="matrix-slot" data-on={isOn} title={`${name}: ${said || 'nothing found'}`}>
      <span className="matrix-slot-marks">
        {keys === null || keys.length === 0 ? (
          <span className="matrix-none">{keys === null ? '–' : '·'}</span>
        ) : (
          keys.map((key) => <VerdictMark key={key} finding={key} size={14} />)
        )}
      </span>
      <span className="matrix-slot-name">{SHORT[strategy]}</span>
    </span>
  );
}

/** The strategies where there is little room. */
const SHORT: { readonly [S in StrategyId]: string } = {
  unguarded: 'none',
  'log-version': 'log',
  'log-lock': 'log',
  'stream-version': 'streams',
  'stream-saga': 'saga',
  'tag-condition': 'tags',
  'tag-lock': 'tags',
};

function sayAll(cell: Cell, columns: readonly StrategyId[], statement: string | undefined): string {
  const marks = columns.map((id) => {
    const keys = findKeys(cell, id);
    const said = keys === null ? 'cannot be used' : keys.map((key) => FINDINGS[key].name).join(' and ');
    return `${STRATEGIES[id].name}: ${said || 'nothing found'}`;
  });
  return [`${cell.commands.join(' × ')}: ${sayWhen(cell)}`, ...(statement ? [statement] : []), ...marks].join(
    '. ',
  );
}
