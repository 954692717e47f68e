/** An event store of this browser, as the list shows it. */
export interface StoreEntry {
  readonly name: string;
  /** What people call it: the board's name, or the store's own where it belongs to none. */
  readonly title: string;
  /** `log`: what a board keeps; `run`: what the last race run left; `other`: of no board of this page. */
  readonly holds: 'log' | 'run' | 'other';
  /** Whether the board that it belongs to is gone. */
  readonly isLeftover: boolean;
  /** Whether it belongs to the board that is open. */
  readonly isHere: boolean;
}

/** The event stores of this browser. What fails rejects with a message for people. */
export interface StoreShelf {
  readonly list: () => Promise<readonly StoreEntry[]>;
  readonly remove: (name: string) => Promise<void>;
}
