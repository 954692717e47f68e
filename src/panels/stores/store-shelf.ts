/** A named store as the list shows it. */
export interface StoreEntry {
  readonly name: string;
  readonly events: number;
  /** Whether what is appended outlives the page. */
  readonly durable: boolean;
  /** Another number than before when the store was made anew under its name. */
  readonly edition: number;
  /** What is wrong with it, in a sentence. */
  readonly trouble: string | null;
}

/** The stores of this browser, as far as the list needs them. What fails rejects with a message for people. */
export interface StoreShelf {
  /** In order of name; null until they are known. The same array as long as nothing changes. */
  readonly entries: () => readonly StoreEntry[] | null;
  readonly listen: (listener: () => void) => () => void;
  readonly create: (name: string) => Promise<void>;
  /** Deletes a store if the name that was typed is its name; tells whether it did. */
  readonly remove: (name: string, typedName: string) => Promise<boolean>;
  /** Hands the store to the person as an NDJSON file. */
  readonly download: (name: string) => Promise<void>;
}
