import { type ReactNode, useEffect } from 'react';
import type { LogMapping } from '../../../history/import/log-mapping.ts';
import type { LogRow } from '../../../history/import/log-row.ts';
import { mapRow } from '../../../history/import/map-row.ts';
import type { ReadyLog } from '../../../lab/history/log-source.ts';
import type { PastLogs } from '../../../lab/history/past-log.ts';
import type { JsonObject } from '../../../lib/json.ts';
import { LogSourcePanel } from '../../../panels/history/source/log-source-panel.tsx';
import type { PreviewedRow } from '../../../panels/history/source/preview-table.tsx';
import { sayError } from '../../../ui/say-error.ts';
import type { OpenBoard } from '../../open-board.ts';
import { addressOf, goTo } from '../../routes.ts';
import { openHistory } from './open-history.ts';

export interface WithLogProps {
  readonly open: OpenBoard;
  /** What is shown of the log that is chosen, once it is read: `logs` answers questions about `log.log`. */
  readonly children: (log: ReadyLog, logs: PastLogs) => ReactNode;
}

/** A view of a log, under the choice of that log. */
export function WithLog({ open, children }: WithLogProps) {
  const { source, logs } = openHistory(open);
  // Whoever comes back from the log has probably added to it.
  useEffect(() => void source.lookAgain(), [source]);
  return (
    <LogSourcePanel
      source={source}
      preview={previewRows}
      onMakeModel={(log) => void makeModel(open, log)}
      onGoToLog={() => open.lab.getState().show('log')}
    >
      {(log) => children(log, logs)}
    </LogSourcePanel>
  );
}

/** Opens a board of its own with a first model of the log. */
async function makeModel(open: OpenBoard, { log, name }: ReadyLog): Promise<void> {
  const { source, logs } = openHistory(open);
  try {
    const { model } = await logs.makeModel(log, name.replace(/(\.[a-z0-9]+){1,2}$/i, ''));
    goTo(addressOf(await open.createBoard(model as JsonObject)));
  } catch (error) {
    source.complain(`No model could be made: ${sayError(error)}`);
  }
}

function previewRows(rows: readonly LogRow[], mapping: LogMapping): readonly PreviewedRow[] {
  return rows.map((row) => {
    const found = mapRow(row, mapping);
    return 'reason' in found ? { row: row.row, bad: found } : { row: row.row, event: found };
  });
}
