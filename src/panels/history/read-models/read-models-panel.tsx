import './read-models.css';
import { useState, useSyncExternalStore } from 'react';
import type { GoTo } from '../../../lab/history/go-to.ts';
import type { ReadModelStatus, ReadModels } from '../../../lab/history/read-models.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ReadModelDetails } from './read-model-details.tsx';
import { ReadModelRow } from './read-model-row.tsx';

export interface ReadModelsPanelProps {
  readonly readModels: ReadModels;
  readonly goTo: GoTo;
  readonly showBoard: () => void;
}

const COLUMNS = ['State', 'Written', 'Position', 'Head', 'Gap', 'Events/s', 'Rows'];

/** How each read model stands on the board's log, and what the chosen one holds. */
export function ReadModelsPanel({ readModels, goTo, showBoard }: ReadModelsPanelProps) {
  const state = useSyncExternalStore(readModels.listen, readModels.state);
  const [name, setName] = useState<string | null>(null);
  if (state === null) return <p className="empty">The log is being opened…</p>;
  const chosen = state.find((status) => status.name === name) ?? state[0];
  if (chosen === undefined) {
    return (
      <EmptyState
        title="No read model on this board"
        actions={
          <button className="button button-main" type="button" onClick={showBoard}>
            Go to the board
          </button>
        }
      >
        Put a read model on the board and draw arrows from events to it: it is then filled from the log, and
        its state and rows are seen here.
      </EmptyState>
    );
  }
  return (
    <div className="read-models">
      <StatusTable state={state} chosen={chosen.name} onChoose={setName} />
      <ReadModelDetails key={chosen.name} status={chosen} readModels={readModels} goTo={goTo} />
    </div>
  );
}

interface StatusTableProps {
  readonly state: readonly ReadModelStatus[];
  readonly chosen: string;
  readonly onChoose: (name: string) => void;
}

function StatusTable({ state, chosen, onChoose }: StatusTableProps) {
  return (
    <table className="read-model-list">
      <caption className="visually-hidden">Read models</caption>
      <thead>
        <tr>
          <th scope="col">Read model</th>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {state.map((status) => (
          <ReadModelRow
            key={status.name}
            status={status}
            isChosen={status.name === chosen}
            onChoose={() => onChoose(status.name)}
          />
        ))}
      </tbody>
    </table>
  );
}
