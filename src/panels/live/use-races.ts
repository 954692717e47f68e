import { useEffect, useState } from 'react';
import type { Race } from '../../model/schema.ts';
import { sayError } from '../../ui/say-error.ts';
import type { RaceBench } from './race-bench.ts';

export interface LoadedRaces {
  /** Empty until they are loaded. */
  readonly races: readonly Race[];
  readonly failure: string | null;
}

const NONE: LoadedRaces = { races: [], failure: null };

/** The races of a shipped model. */
export function useRaces(bench: RaceBench, file: string): LoadedRaces {
  const [loaded, setLoaded] = useState(NONE);
  useEffect(() => {
    let isWanted = true;
    setLoaded(NONE);
    bench.loadRaces(file).then(
      (races) => isWanted && setLoaded({ races, failure: null }),
      (error: unknown) => isWanted && setLoaded({ races: [], failure: sayError(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [bench, file]);
  return loaded;
}
