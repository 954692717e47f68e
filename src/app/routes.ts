/** What the address says to show. */
export type Route =
  | { readonly kind: 'home' }
  | { readonly kind: 'boards' }
  | { readonly kind: 'board'; readonly id: string }
  /** A whole model, in the address itself. */
  | { readonly kind: 'link'; readonly fragment: string };

/** Reads the part of the address after its `#`; anything unknown leads home. */
export function parseRoute(hash: string): Route {
  if (hash.startsWith('#/m/')) return { kind: 'link', fragment: hash };
  if (hash === '#/boards') return { kind: 'boards' };
  const id = /^#\/board\/([\w-]+)$/.exec(hash)?.[1];
  return id === undefined ? { kind: 'home' } : { kind: 'board', id };
}

/** The address of a board on this page. */
export function addressOf(id: string): string {
  return `#/board/${id}`;
}

/** Goes to an address, so that Back leads here again. */
export function goTo(hash: string): void {
  location.hash = hash;
}

/** Goes to an address in place of this one, which is not worth coming back to. */
export function replaceWith(hash: string): void {
  location.replace(hash);
}
