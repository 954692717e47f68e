import { InsightsPanel } from '../../../panels/history/insights/insights-panel.tsx';
import type { OpenBoard } from '../../open-board.ts';
import { WithLog } from './with-log.tsx';

/** What a log shows about the system behind it. */
export function InsightsView(open: OpenBoard) {
  return (
    <WithLog open={open}>
      {({ log, name }, logs) => <InsightsPanel key={log} logs={logs} log={log} name={name} parts={open} />}
    </WithLog>
  );
}
