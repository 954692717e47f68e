import './numbers-table.css';
import type { Exploration } from '../../exploration/result.ts';
import { groupDigits } from '../../lib/format-number.ts';
import { STRATEGY_IDS, type StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { None } from './none.tsx';
import { type NumberColumn, splitColumns } from './number-columns.ts';
import type { ResultsView } from './results-view.ts';

export type Explorations = { readonly [S in StrategyId]?: Exploration };

export interface NumbersTableProps {
  readonly view: ResultsView;
  readonly results: Explorations;
}

/** Everything that was counted, by what it counts. A number leads to a shortest schedule that shows it. */
export function NumbersTable({ view, results }: NumbersTableProps) {
  const { groups, absent } = splitColumns(Object.values(results));
  const columns = groups.flatMap((group) => group.columns);
  const starts = new Set(groups.map((group) => group.columns[0]?.key));
  return (
    <div className="numbers">
      <table className="numbers-table">
        <caption className="visually-hidden">Everything that was counted</caption>
        <thead>
          <tr>
            <td />
            {groups.map((group) => (
              <th key={group.title} scope="colgroup" colSpan={group.columns.length} data-start="true">
                {group.title}
              </th>
            ))}
          </tr>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column.key} scope="col" title={column.meaning} data-start={starts.has(column.key)}>
                {column.mark !== null && <VerdictMark finding={column.mark} size={14} />}
                <span>{column.label}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {STRATEGY_IDS.map((strategy) => {
            const result = results[strategy];
            if (result === undefined) return null;
            return (
              <tr
                key={strategy}
                className="numbers-row"
                data-on={strategy === view.strategy}
                onClick={() => view.choose(strategy)}
              >
                <th scope="row">{STRATEGIES[strategy].name}</th>
                {columns.map((column) => (
                  <td key={column.key} data-start={starts.has(column.key)}>
                    <NumberCell view={view} column={column} result={result} strategy={strategy} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <dl className="numbers-meanings">
        {columns.map(({ key, label, meaning }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="numbers-absent">
        {absent.length > 0 && `Never, and so not shown: ${absent.map(({ label }) => label).join(', ')}. `}
        “–” stands where there is nothing to divide: precision without a stop, recall without a conflict. A
        share “of all schedules” counts orders; “by chance” is how likely it is when each next step is picked
        blindly.
      </p>
    </div>
  );
}

interface NumberCellProps {
  readonly view: ResultsView;
  readonly column: NumberColumn;
  readonly result: Exploration;
  readonly strategy: StrategyId;
}

function NumberCell({ view, column, result, strategy }: NumberCellProps) {
  const { read, witness, label, none = 'Nothing to show' } = column;
  const value = read(result);
  if (value === null) return <None why={none} />;
  const said = value.endsWith('%') ? value : groupDigits(value);
  if (witness === null || value === '0' || result.witnesses[witness] === undefined) {
    return <span data-zero={value === '0'}>{said}</span>;
  }
  return (
    <button
      type="button"
      aria-label={`${said} ${label}: show a shortest schedule under ${STRATEGIES[strategy].name}`}
      title={`Show a shortest schedule under ${STRATEGIES[strategy].name}`}
      onClick={(event) => {
        event.stopPropagation();
        view.showWitness(strategy, witness);
      }}
    >
      {said}
    </button>
  );
}
