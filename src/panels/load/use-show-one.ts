import { useCallback, useEffect, useRef, useState } from 'react';
import type { LabDeskStore } from '../../lab/lab-desk.ts';
import type { LoadAxis } from '../../lab/load/load-axes.ts';
import type { LoadEngine } from '../../lab/load/load-engine.ts';
import { type LoadSettings, nameWorkload, settleWorkload } from '../../lab/load/load-settings.ts';
import type { Model } from '../../model/schema.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { sayError } from '../../ui/say-error.ts';
import type { FoundOne, LoadFinding } from '../../workload/find-one.ts';
import type { SweepPoint } from '../../workload/sweep-load.ts';

export interface ShowOne {
  readonly isSearching: boolean;
  /** Why there is none to show; null when nothing went wrong. */
  readonly message: string | null;
  /** Opens something that was counted as a race, at the step that shows it. */
  readonly showOne: (strategy: StrategyId, finding: LoadFinding, instance?: string) => void;
  readonly stop: () => void;
}

export interface ShowFrom {
  readonly lab: LabDeskStore;
  readonly engine: LoadEngine;
  readonly model: Model | null;
  readonly settings: LoadSettings;
  readonly axis: LoadAxis | null;
  readonly point: SweepPoint | undefined;
}

const NONE_SHOWS =
  'It was counted, but no race of a few commands shows it: it took more of them together. Try another number.';

/** Runs the simulation again up to something that was counted, and opens it in the timeline. */
export function useShowOne(from: ShowFrom): ShowOne {
  const [state, setState] = useState<Pick<ShowOne, 'isSearching' | 'message'>>({
    isSearching: false,
    message: null,
  });
  const searching = useRef<AbortController>(null);
  const latest = useRef(from);
  useEffect(() => {
    latest.current = from;
  });
  useEffect(() => () => searching.current?.abort(), []);
  const stop = useCallback(() => {
    searching.current?.abort();
    setState({ isSearching: false, message: null });
  }, []);
  const showOne = useCallback<ShowOne['showOne']>((strategy, finding, instance) => {
    searching.current?.abort();
    const controller = new AbortController();
    searching.current = controller;
    setState({ isSearching: true, message: null });
    const end = (message: string | null) =>
      controller.signal.aborted || setState({ isSearching: false, message });
    find(
      latest.current,
      { strategy, finding, ...(instance !== undefined && { instance }) },
      controller.signal,
    ).then(
      (found) => {
        if (controller.signal.aborted) return;
        end(found === null ? NONE_SHOWS : null);
        if (found !== null) open(latest.current.lab, found);
      },
      (error: unknown) => end(sayError(error)),
    );
  }, []);
  return { ...state, showOne, stop };
}

interface Wanted {
  readonly strategy: StrategyId;
  readonly finding: LoadFinding;
  readonly instance?: string;
}

/** One replication after the other, until one of them shows it. */
async function find(
  { engine, model, settings, axis, point }: ShowFrom,
  wanted: Wanted,
  signal: AbortSignal,
): Promise<FoundOne | null> {
  if (model === null || axis === null || point === undefined) return null;
  const question = {
    model,
    name: nameWorkload(model, settings),
    workload: settleWorkload(model, settings),
    seed: settings.seed,
    point: { parameter: axis.parameter, value: point.value },
    ...wanted,
  };
  for (let replication = 0; replication < point.result.replications; replication++) {
    const found = await engine.findOne({ ...question, replication }, { signal });
    if (found === null) continue;
    if ('unavailable' in found) throw new Error(found.unavailable);
    if ('troubles' in found) throw new Error(found.troubles.map(({ message }) => message).join(' '));
    return found;
  }
  return null;
}

function open(lab: LabDeskStore, { race, strategy, order }: FoundOne): void {
  lab.getState().choose(strategy);
  lab.getState().openRace({ kind: 'found', race }, { schedule: { strategy, order }, step: order.length });
}
