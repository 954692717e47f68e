/** Ways from what the history shows to where it comes from. */
export interface GoTo {
  /** The event at a position of the board's log, in the Log tab. */
  readonly event: (position: number) => void;
  /** The element on the board that a JSON pointer leads into, with its inspector. */
  readonly place: (at: string) => void;
  /** The Log tab. */
  readonly log: () => void;
}
