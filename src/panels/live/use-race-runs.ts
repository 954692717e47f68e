import { useEffect, useRef, useState } from 'react';
import type { Exploration, Unavailable } from '../../exploration/result.ts';
import type { RunProgress } from '../../lab/live-runs.ts';
import { addStep, endRun } from '../../lab/run-list.ts';
import type { RunTally } from '../../runs/tally.ts';
import { sayError } from '../../ui/say-error.ts';
import type { RaceBench, RaceOrder } from './race-bench.ts';

/** What was asked for, and how far it has come. */
export interface RaceSession {
  readonly order: RaceOrder;
  readonly runs: readonly RunProgress[];
  readonly tally: RunTally | null;
  readonly exploration: Exploration | Unavailable | null;
  readonly state: 'running' | 'over' | 'cancelled' | 'failed';
  readonly failure: string | null;
}

export interface RaceRuns {
  readonly session: RaceSession | null;
  readonly start: (order: RaceOrder) => void;
  readonly cancel: () => void;
}

/** Runs races, one order at a time, and keeps what is told of them. */
export function useRaceRuns(bench: RaceBench, onStore: (name: string) => void): RaceRuns {
  const [session, setSession] = useState<RaceSession | null>(null);
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);
  const update = (change: (session: RaceSession) => Partial<RaceSession>) =>
    setSession((before) => before && { ...before, ...change(before) });

  const run = async (order: RaceOrder, signal: AbortSignal) => {
    try {
      const exploration = await bench.explore(order);
      update(() => ({ exploration }));
      const watcher = {
        onStore,
        onStep: (number: number, step: Parameters<typeof addStep>[2]) =>
          update(({ runs }) => ({ runs: addStep(runs, number, step) })),
        onEnd: (number: number, { steps }: { readonly steps: RunProgress['steps'] }, tally: RunTally) =>
          update(({ runs }) => ({ runs: endRun(runs, number, steps), tally })),
      };
      await bench.run(order, watcher, signal);
      update(() => ({ state: signal.aborted ? 'cancelled' : 'over' }));
    } catch (error) {
      update(() => (signal.aborted ? { state: 'cancelled' } : { state: 'failed', failure: sayError(error) }));
    }
  };

  const start = (order: RaceOrder) => {
    stop.current.abort();
    stop.current = new AbortController();
    setSession({ order, runs: [], tally: null, exploration: null, state: 'running', failure: null });
    void run(order, stop.current.signal);
  };
  return { session, start, cancel: () => stop.current.abort() };
}
