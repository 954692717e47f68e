import './then-and-now.css';
import { useMemo } from 'react';
import type { ToldSchedule } from '../../../exploration/result.ts';
import { compareChecks, type RuleCell, type RuleRow, type ThenAndNowTable } from '../compare-checks.ts';
import { Slots } from './slots.tsx';

export interface ThenAndNowProps {
  readonly told: Pick<ToldSchedule, 'steps'>;
  /** How many steps are taken. */
  readonly step: number;
  /** What is pointed at in the sentence. */
  readonly pointed?: string | null;
}

/** What the command of a step saw when it read, beside what is true now, with what changed marked. */
export function ThenAndNow({ told, step, pointed = null }: ThenAndNowProps) {
  const last = told.steps[step - 1];
  const table = useMemo(() => (last ? compareChecks(last) : null), [last]);
  if (!table) {
    return (
      <section className="then-now" aria-label="Then and now">
        <h3>Then and now</h3>
        <p className="muted">
          {last ? 'It has read nothing yet: first it asks for its lock.' : 'Nothing was read yet.'}
        </p>
      </section>
    );
  }
  return <Comparison table={table} pointed={pointed} />;
}

function Comparison({
  table,
  pointed,
}: {
  readonly table: ThenAndNowTable;
  readonly pointed: string | null;
}) {
  const { command, columns, rows, decidedThen, decidedNow, isSame } = table;
  const title =
    columns.length > 1 ? `What #${command + 1} saw, and what is true` : `What #${command + 1} saw`;
  return (
    <section className="then-now" aria-label="Then and now">
      <h3>{title}</h3>
      {rows.length === 0 ? (
        <p className="muted">It checks nothing: there is nothing it could have read.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">Constraint</span>
              </th>
              {columns.map(({ name, position }) => (
                <th key={name} scope="col">
                  {name} at <span className="model">{position}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.key} row={row} isPointed={pointed === `check-${row.constraint}`} />
            ))}
          </tbody>
        </table>
      )}
      <p className="then-now-decision">
        {decidedThen !== null && (
          <span>{decidedNow === null ? `Decided: ${decidedThen}` : `then ${decidedThen}`}</span>
        )}
        {decidedNow !== null && (
          <>
            <span aria-hidden="true">→</span>
            <span className={isSame ? undefined : 'then-now-other'}>
              {isSame ? 'now the same' : `now ${decidedNow}`}
            </span>
          </>
        )}
      </p>
    </section>
  );
}

function Row({ row, isPointed }: { readonly row: RuleRow; readonly isPointed: boolean }) {
  const { constraint, rule, isRelaxed, cells } = row;
  const hasChanged = cells.some((cell) => cell.hasChanged);
  return (
    <tr className={`${hasChanged ? 'then-now-changed' : ''}${isPointed ? ' is-pointed' : ''}`}>
      <th scope="row">
        <span className="then-now-name">{constraint}</span>
        {rule !== '' && <span className="then-now-rule">{rule}</span>}
        {isRelaxed && (
          <span
            className="then-now-relaxed"
            title="Checked when it reads, and left out of the guard on purpose"
          >
            relaxed
          </span>
        )}
      </th>
      {cells.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column
        <Cell key={index} cell={cell} />
      ))}
    </tr>
  );
}

function Cell({ cell }: { readonly cell: RuleCell }) {
  const { text, full, compared, holds, hasChanged } = cell;
  return (
    <td
      className={`${hasChanged ? 'cell-changed' : ''}${holds === false ? ' cell-broken' : ''}`}
      title={full === text ? undefined : full}
    >
      <span className="then-now-value">
        {compared && <Slots compared={compared} />}
        <span className="model">{text}</span>
        {holds === false && (
          <span className="cell-sign">
            <span aria-hidden="true">✕</span>
            <span className="visually-hidden">, does not hold</span>
          </span>
        )}
        {hasChanged && (
          <span className="cell-sign">
            <span aria-hidden="true">◀</span>
            <span className="visually-hidden">, changed</span>
          </span>
        )}
      </span>
    </td>
  );
}
