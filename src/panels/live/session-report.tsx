import { Notice } from '../../ui/notice.tsx';
import type { StrategyChoice } from './race-bench.ts';
import { RunTable } from './run-table.tsx';
import { sayCommand } from './say-command.ts';
import { TotalsTable } from './totals-table.tsx';
import type { RaceSession } from './use-race-runs.ts';

export interface SessionReportProps {
  readonly session: RaceSession;
  readonly strategies: readonly StrategyChoice[];
}

/** How far the runs have come, their totals, and each one of them. */
export function SessionReport({ session, strategies }: SessionReportProps) {
  const { order, runs, tally, exploration, failure } = session;
  const { race } = order;
  const commands = race.commands ?? [];
  const strategy = strategies.find(({ id }) => id === order.strategy);
  return (
    <div className="live-session">
      <header>
        <h3 className="live-session-title">
          {race.name} <span className="muted">under</span> {strategy?.name}
        </h3>
        <ol className="live-session-commands">
          {commands.map((command, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: commands are known by their place
            <li key={index}>
              <span className="command-note">
                #{index + 1} {command.command}
              </span>{' '}
              <span className="model">{sayCommand(command)}</span>
            </li>
          ))}
        </ol>
        <p className="live-session-state" aria-live={session.state === 'running' ? 'off' : 'polite'}>
          {sayState(session)}
        </p>
        <progress
          className="live-session-progress"
          aria-label="Runs that have ended"
          max={order.times}
          value={tally?.runs ?? 0}
        />
      </header>
      {failure !== null && <Notice kind="trouble">{failure}</Notice>}
      {session.state !== 'failed' && <TotalsTable tally={tally} exploration={exploration} />}
      {runs.length > 0 && <RunTable runs={runs} commands={commands} />}
    </div>
  );
}

function sayState({ state, order, tally }: RaceSession): string {
  const ended = tally?.runs ?? 0;
  const runs = `${order.times} ${order.times === 1 ? 'run' : 'runs'}`;
  switch (state) {
    case 'running':
      return `Running: ${ended} of ${runs}`;
    case 'over':
      return `Done: ${runs}`;
    case 'cancelled':
      return `Cancelled after ${ended} of ${runs}`;
    case 'failed':
      return `Stopped after ${ended} of ${runs}`;
  }
}
