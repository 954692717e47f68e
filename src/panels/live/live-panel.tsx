import './live.css';
import { Notice } from '../../ui/notice.tsx';
import type { RaceBench } from './race-bench.ts';
import { RaceForm } from './race-form.tsx';
import { SessionReport } from './session-report.tsx';
import { useRaceRuns } from './use-race-runs.ts';

export interface LivePanelProps {
  readonly bench: RaceBench;
  /** Told of the store that runs use. */
  readonly onStore: (name: string) => void;
}

/** Runs a shipped race for real, and shows the verdicts as they come in. */
export function LivePanel({ bench, onStore }: LivePanelProps) {
  const { session, start, cancel } = useRaceRuns(bench, onStore);
  return (
    <section className="live" aria-labelledby="live-title">
      <h2 id="live-title">Run a race</h2>
      <RaceForm bench={bench} isRunning={session?.state === 'running'} onRun={start} onCancel={cancel} />
      {session ? (
        <SessionReport session={session} strategies={bench.strategies} />
      ) : (
        <Notice kind="plain">
          Each run appends what happened before to an empty store of the race’s own, lets all commands go at
          the same time, and judges every append.
        </Notice>
      )}
    </section>
  );
}
