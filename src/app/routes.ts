/** What the address says to show. */
export type Route =
  | { readonly kind: 'home' }
  | { readonly kind: 'boards' }
  /** A board of this browser; `view` says what its lab shows, as the lab writes it. */
  | { readonly kind: 'board'; readonly id: string; readonly view: string }
  /** A whole model, in the address itself. */
  | { readonly kind: 'link'; readonly fragment: string; readonly view: string };

/** Reads the part of the address after its `#`; anything unknown leads home. */
export function parseRoute(hash: string): Route {
  const end = hash.indexOf('?');
  const [path, view] = end === -1 ? [hash, ''] : [hash.slice(0, end), hash.slice(end + 1)];
  if (path.startsWith('#/m/')) return { kind: 'link', fragment: path, view };
  if (path === '#/boards') return { kind: 'boards' };
  const id = /^#\/board\/([\w-]+)$/.exec(path)?.[1];
  return id === undefined ? { kind: 'home' } : { kind: 'board', id, view };
}

/** The address of a board on this page, and of what its lab shows. */
export function addressOf(id: string, view = ''): string {
  return withView(`#/board/${id}`, view);
}

/** An address that leads to a view of what it leads to anyway. */
export function withView(address: string, view: string): string {
  return view === '' ? address : `${address}?${view}`;
}

/** Goes to an address, so that Back leads here again. */
export function goTo(hash: string): void {
  location.hash = hash;
}

/** Goes to an address in place of this one, which is not worth coming back to. */
export function replaceWith(hash: string): void {
  location.replace(hash);
}
