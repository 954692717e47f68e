import { Play, Square } from 'lucide-react';
import type { LoadSettings } from '../../lab/load/load-settings.ts';
import { countOf } from '../../lib/format-number.ts';
import type { LoadRun } from './use-load.ts';

export interface LoadStateProps {
  readonly run: LoadRun;
  readonly settings: LoadSettings;
}

const ICON = { size: 16, 'aria-hidden': true } as const;

/** How far the simulation is, and how to end it or run it again. */
export function LoadState({ run, settings }: LoadStateProps) {
  const isRunning = run.state === 'running';
  return (
    <div className="load-state">
      <button className="button button-main load-run" type="button" onClick={isRunning ? run.stop : run.run}>
        {isRunning ? <Square {...ICON} /> : <Play {...ICON} />}
        {isRunning ? 'Stop' : 'Run again'}
      </button>
      {isRunning && <progress max={1} value={run.share} aria-label="Simulated" />}
      <p className="load-hint" role="status">
        {sayState(run, settings)}
      </p>
    </div>
  );
}

function sayState({ state, failure, points }: LoadRun, { seed }: LoadSettings): string {
  const done = points[0]?.result.replications ?? 0;
  const soFar = countOf(done, 'replication', 'replications');
  if (state === 'failed') return `The simulation ended: ${failure ?? 'nobody knows why'}.`;
  if (state === 'running') return done > 0 ? `${soFar} so far; the picture gets finer.` : 'Running…';
  if (state === 'stopped') return `Stopped. What is shown comes from ${soFar}.`;
  return `${soFar} on a simulated clock, seed ${seed}. The same seed gives the same numbers.`;
}
