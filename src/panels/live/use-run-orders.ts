import { useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { LabParts } from '../../lab/lab-parts.ts';
import type { LiveRuns, RunSession } from '../../lab/live-runs.ts';
import { type ShownRace, useShownRace } from './use-shown-race.ts';

export interface RunOrders {
  readonly shown: ShownRace;
  readonly session: RunSession | null;
  readonly isRunning: boolean;
  /** Steps along the shown schedule, and lets the story follow; null while that cannot be done. */
  readonly step: ((paceMs: number) => void) | null;
  readonly runFreely: ((times: number, thinkMs: number) => void) | null;
}

/** What can be asked of the real store about the race on the desk. */
export function useRunOrders(parts: LabParts, runs: LiveRuns): RunOrders {
  const { board, lab } = parts;
  const shown = useShownRace(parts);
  const strategy = useStore(lab, (held) => held.strategy);
  const session = useSyncExternalStore(runs.listen, runs.state);
  const model = useSyncExternalStore(board.listen, () => board.state().parsed.model);
  const { race, told, isStale } = shown;
  const isRunning = session?.state === 'running';
  const step = (paceMs: number) => {
    if (model === null || race === null || told === null) return;
    lab.getState().follow({ strategy, order: told.order }, 0);
    const onStep = (taken: number) => lab.getState().goTo(taken);
    runs.start({ kind: 'stepped', model, race, strategy, told, paceMs, onStep });
  };
  const runFreely = (times: number, thinkMs: number) => {
    if (model !== null && race !== null) runs.start({ kind: 'free', model, race, strategy, times, thinkMs });
  };
  const isReady = model !== null && race !== null && !isRunning;
  return {
    shown,
    session,
    isRunning,
    step: isReady && told !== null && !isStale ? step : null,
    runFreely: isReady && shown.problem === null ? runFreely : null,
  };
}
