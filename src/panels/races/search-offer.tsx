import { useRef, useState } from 'react';
import type { Exploration } from '../../exploration/result.ts';
import { findCollision } from '../../lab/proposals/find-collision.ts';
import { groupDigits } from '../../lib/format-number.ts';
import type { Race } from '../../model/schema.ts';
import { sayError } from '../../ui/say-error.ts';
import type { ResultsView } from './results-view.ts';

export interface SearchOfferProps {
  readonly view: ResultsView;
  /** What happens where nothing is guarded. */
  readonly unguarded: Exploration | null;
}

type Search =
  | { readonly kind: 'idle' }
  | { readonly kind: 'searching'; readonly races: number; readonly race: Race }
  | { readonly kind: 'ended'; readonly message: string; readonly race: Race };

/** Where two commands do not get in each other's way, a search for a past in which they do. */
export function SearchOffer({ view, unguarded }: SearchOfferProps) {
  const { parts, model, chosen } = view;
  const [search, setSearch] = useState<Search>({ kind: 'idle' });
  const stopping = useRef(new AbortController());
  const { race } = chosen;
  const [one, other, ...more] = race?.commands ?? [];
  if (race === null || one === undefined || other === undefined || more.length > 0) return null;
  if (unguarded === null || unguarded.verdicts.missedConflict !== undefined) return null;
  const state: Search = search.kind !== 'idle' && search.race !== race ? { kind: 'idle' } : search;
  const start = () => {
    stopping.current = new AbortController();
    const { signal } = stopping.current;
    const onProgress = ({ races }: { readonly races: number }) =>
      setSearch({ kind: 'searching', races, race });
    const end = (message: string) => setSearch({ kind: 'ended', message, race });
    onProgress({ races: 0 });
    findCollision(parts.engine, model, [one.command, other.command], { signal, onProgress }).then(
      (found) => {
        if (found === null) return end('None was found. That does not mean that there is none.');
        setSearch({ kind: 'idle' });
        parts.lab.getState().openRace({ kind: 'found', race: found });
      },
      (error: unknown) => end(signal.aborted ? 'Stopped.' : sayError(error)),
    );
  };
  return (
    <p className="search-offer" role="status">
      {state.kind === 'idle' && (
        <>
          In this race neither command changes what the other decides.{' '}
          <button type="button" className="link-button" onClick={start}>
            Look for a past in which they do
          </button>
        </>
      )}
      {state.kind === 'searching' && (
        <>
          Looking for a past in which they get in each other’s way: {groupDigits(state.races)} races tried.{' '}
          <button type="button" className="link-button" onClick={() => stopping.current.abort()}>
            Stop
          </button>
        </>
      )}
      {state.kind === 'ended' && (
        <>
          {state.message}{' '}
          <button type="button" className="link-button" onClick={() => parts.lab.getState().show('matrix')}>
            See the matrix
          </button>
        </>
      )}
    </p>
  );
}
