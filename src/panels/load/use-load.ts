import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type LoadAxis, listLoadAxes } from '../../lab/load/load-axes.ts';
import type { LoadEngine } from '../../lab/load/load-engine.ts';
import { type LoadSettings, nameWorkload, settleWorkload } from '../../lab/load/load-settings.ts';
import type { Model } from '../../model/schema.ts';
import { sayError } from '../../ui/say-error.ts';
import type { LoadTrouble, PlannedLoad } from '../../workload/plan-load.ts';
import type { SweepEvent, SweepPoint } from '../../workload/sweep-load.ts';

/** A load as far as it is simulated. */
export interface LoadRun {
  /** Null until it is known, and where the workload cannot be run. */
  readonly plan: PlannedLoad | null;
  readonly axis: LoadAxis | null;
  readonly troubles: readonly LoadTrouble[];
  /** While new ones are on their way, those of the last settings stand. */
  readonly points: readonly SweepPoint[];
  readonly isStale: boolean;
  readonly state: 'running' | 'done' | 'stopped' | 'failed';
  /** How much is done, from 0 to 1. */
  readonly share: number;
  readonly failure: string | null;
  /** Ends it, and keeps what is there. */
  readonly stop: () => void;
  readonly run: () => void;
}

type Held = Omit<LoadRun, 'stop' | 'run'>;

const NOTHING: Held = {
  plan: null,
  axis: null,
  troubles: [],
  points: [],
  isStale: false,
  state: 'running',
  share: 0,
  failure: null,
};

/** Somebody who drags a slider is not answered for every place it passes. */
const PAUSE_MS = 200;

/** Simulates a load anew whenever the settings or the model change; null simulates nothing. */
export function useLoad(engine: LoadEngine, model: Model | null, settings: LoadSettings | null): LoadRun {
  const [held, setHeld] = useState<Held>(NOTHING);
  const running = useRef<AbortController>(null);
  // Where one looks changes nothing, nor does a note that was moved.
  const key = model && settings ? JSON.stringify([keyOf(model), { ...settings, at: null }]) : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for both.
  const question = useMemo(() => (model && settings ? { model, settings } : null), [key]);
  const run = useCallback(() => {
    running.current?.abort();
    if (question === null) return;
    const controller = new AbortController();
    running.current = controller;
    setHeld((last) => ({ ...last, isStale: true, state: 'running', share: 0, failure: null }));
    const update = (change: (last: Held) => Held) => controller.signal.aborted || setHeld(change);
    simulate(engine, question, controller.signal, update).catch((error: unknown) =>
      update((last) => ({ ...last, state: 'failed', failure: sayError(error) })),
    );
  }, [engine, question]);
  useEffect(() => {
    const timer = setTimeout(run, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      running.current?.abort();
    };
  }, [run]);
  const stop = useCallback(() => {
    running.current?.abort();
    setHeld((last) => ({ ...last, state: 'stopped' }));
  }, []);
  return { ...held, stop, run };
}

async function simulate(
  engine: LoadEngine,
  { model, settings }: { readonly model: Model; readonly settings: LoadSettings },
  signal: AbortSignal,
  update: (change: (last: Held) => Held) => void,
): Promise<void> {
  const name = nameWorkload(model, settings);
  const workload = settleWorkload(model, settings);
  const planned = await engine.planLoad({ model, name, workload }, { signal });
  if ('troubles' in planned) {
    return update(() => ({ ...NOTHING, troubles: planned.troubles, state: 'done' }));
  }
  const axis = chooseAxis(listLoadAxes(planned.plan), settings.over);
  update((last) => ({ ...last, plan: planned.plan, axis, troubles: [] }));
  const fresh = new Map<number, SweepPoint>();
  const { seed, replications } = settings;
  const sweep = { parameter: axis.parameter, values: axis.values };
  const onProgress = (event: SweepEvent) => {
    if (event.kind === 'progress') return update((last) => ({ ...last, share: event.share }));
    fresh.set(event.value, { value: event.value, result: event.result });
    const points = [...fresh.values()].sort((a, b) => a.value - b.value);
    // An old picture stays until the new one is whole, coarse as it may be; a first one grows.
    const isWhole = points.length === axis.values.length;
    update((last) =>
      isWhole || !last.isStale || last.points.length === 0 ? { ...last, points, isStale: false } : last,
    );
  };
  const result = await engine.sweepLoad(
    { model, name, workload, seed, replications, sweep },
    { signal, onProgress },
  );
  if ('troubles' in result) update(() => ({ ...NOTHING, troubles: result.troubles, state: 'done' }));
  else update((last) => ({ ...last, points: result.points, isStale: false, state: 'done', share: 1 }));
}

function chooseAxis(axes: readonly LoadAxis[], wanted: string | null): LoadAxis {
  const axis = axes.find(({ parameter }) => parameter === wanted) ?? axes[0];
  if (axis === undefined) throw new Error('There is always the axis of the arrivals');
  return axis;
}

function keyOf({ tags, events, constraints, commands, aggregates, workloads }: Model): unknown {
  return [tags, events, constraints, commands, aggregates, workloads];
}
