/** What this browser remembers of the person between visits. */
type Kept =
  | `published.${string}`
  | 'theme'
  | 'last-board'
  | 'hint-seen'
  | 'lab-height'
  | 'recent'
  | 'lessons'
  | 'past-log';

/** What was kept; null when nothing was, or the browser does not tell. */
export function readKept(name: Kept): string | null {
  try {
    return localStorage.getItem(`ambit.${name}`);
  } catch {
    return null;
  }
}

/** Keeps a value; where the browser does not let it, the page goes on without. */
export function keep(name: Kept, value: string): void {
  try {
    localStorage.setItem(`ambit.${name}`, value);
  } catch {
    // Private windows of some browsers keep nothing.
  }
}
