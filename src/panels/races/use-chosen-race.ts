import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { ExploreProgress } from '../../lab/engine.ts';
import type { LabParts } from '../../lab/lab-parts.ts';
import type { RaceEntry, RaceResult } from '../../lab/race-results.ts';
import type { Model, Race } from '../../model/schema.ts';
import { STRATEGY_IDS, type StrategyId } from '../../strategies/program.ts';
import { sayError } from '../../ui/say-error.ts';
import { knownOf } from './say-result.ts';
import { useEntries } from './use-entries.ts';

/** The race that is shown, with what is known of it. */
export interface ChosenRace {
  /** Its place in the document; null where it was found and not kept. */
  readonly at: number | null;
  /** Null where it is too broken to be run. */
  readonly race: Race | null;
  readonly name: string;
  readonly results: RaceEntry['results'];
  readonly stop: () => void;
  readonly retry: () => void;
}

/** The race on the lab's desk; null where none is chosen, or it is gone. */
export function useChosenRace(parts: LabParts, model: Model | null): ChosenRace | null {
  const { results, lab } = parts;
  const entries = useEntries(parts);
  const choice = useStore(lab, (held) => held.race);
  const found = useFoundRace(parts, model, choice?.kind === 'found' ? choice.race : null);
  if (choice?.kind !== 'kept') return found;
  const entry = entries[choice.at];
  if (entry === undefined) return null;
  return { ...entry, stop: () => results.stop(choice.at), retry: () => results.retry(choice.at) };
}

/** What is known of a race that was found. */
interface Found {
  readonly race: Race | null;
  readonly results: RaceEntry['results'];
}

/** A race that is not of the document is explored for as long as it is shown. */
function useFoundRace({ engine }: LabParts, model: Model | null, race: Race | null): ChosenRace | null {
  const [found, setFound] = useState<Found>({ race: null, results: {} });
  const [stopping, setStopping] = useState(() => new AbortController());
  useEffect(() => {
    if (model === null || race === null) return;
    const leaving = new AbortController();
    const signal = AbortSignal.any([leaving.signal, stopping.signal]);
    const keep = (strategy: StrategyId, make: (last: RaceResult | undefined) => RaceResult) => {
      if (leaving.signal.aborted) return;
      setFound((known) => {
        const results = known.race === race ? known.results : {};
        return { race, results: { ...results, [strategy]: make(results[strategy]) } };
      });
    };
    for (const strategy of STRATEGY_IDS) {
      const work = (progress: ExploreProgress | null) =>
        keep(strategy, (last) => ({ state: 'working', progress, last: knownOf(last) }));
      work(null);
      engine.explore({ model, race, strategy }, { signal, onProgress: work }).then(
        (result) => keep(strategy, () => ({ state: 'done', result })),
        (error: unknown) => keep(strategy, () => ({ state: 'failed', message: sayError(error) })),
      );
    }
    return () => leaving.abort();
  }, [engine, model, race, stopping]);
  return useMemo(() => {
    if (race === null) return null;
    return {
      at: null,
      race,
      name: race.name,
      results: found.race === race ? found.results : {},
      stop: () => stopping.abort(new Error('Stopped before it was finished')),
      retry: () => setStopping(new AbortController()),
    };
  }, [race, found, stopping]);
}
