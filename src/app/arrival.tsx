import { useEffect, useState } from 'react';
import { EmptyState } from '../ui/empty-state.tsx';
import { sayError } from '../ui/say-error.ts';
import { findHome, openLink } from './arrive.ts';
import type { Services } from './compose.ts';
import { addressOf, parseRoute, type Route, replaceWith } from './routes.ts';

export interface ArrivalProps {
  readonly route: Route & { readonly kind: 'home' | 'link' };
  readonly services: Services;
}

/** On the way to a board. */
export function Arrival({ route, services }: ArrivalProps) {
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    // Whoever has gone elsewhere meanwhile is not fetched back.
    const isHere = () => addressIs(route);
    arrive(route, services).then(
      (id) => isHere() && replaceWith(addressOf(id, route.kind === 'link' ? route.view : '')),
      (error: unknown) => isHere() && setFailure(sayError(error)),
    );
  }, [route, services]);
  if (failure === null) return <p className="empty">Opening the board…</p>;
  return (
    <main>
      <EmptyState
        title={route.kind === 'link' ? 'This link cannot be opened' : 'No board could be opened'}
        actions={
          <>
            <a className="button" href="#/boards">
              All boards
            </a>
            <button
              className="button"
              type="button"
              onClick={() => void services.createEmpty().then((id) => replaceWith(addressOf(id)))}
            >
              New board
            </button>
          </>
        }
      >
        {failure} Your boards are as they were.
      </EmptyState>
    </main>
  );
}

function addressIs(route: ArrivalProps['route']): boolean {
  const now = parseRoute(location.hash);
  return now.kind === route.kind && (now.kind !== 'link' || now.fragment === hashOf(route));
}

function hashOf(route: ArrivalProps['route']): string {
  return route.kind === 'link' ? route.fragment : '';
}

/** On the way already: drawn twice, the page must not make two boards. */
const underWay = new Map<string, Promise<string>>();

function arrive(route: ArrivalProps['route'], services: Services): Promise<string> {
  const at = hashOf(route);
  const going = underWay.get(at) ?? (at === '' ? findHome(services) : openLink(at, services));
  underWay.set(at, going);
  const forget = () => void underWay.delete(at);
  going.then(forget, forget);
  return going;
}
