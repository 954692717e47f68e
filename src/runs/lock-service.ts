/** The locks of a race that runs freely (S7, R1). */
export interface LockService {
  /**
   * Runs work while no other such work runs. A command asks for its locks, and takes each step that may be its last, inside it:
   * so that nothing comes between looking at the log and asking (V7), nor between ending and giving the locks back (S7).
   */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Asks for all keys at once, which may be none; to be called inside `alone`. */
  ask(keys: readonly string[]): Promise<LockRequest>;
}

/** Keys that were asked for. */
export interface LockRequest {
  /** Whether somebody held, or had asked for, one of the keys. */
  readonly waits: boolean;
  /** Fulfilled once all the keys are held. */
  readonly granted: Promise<void>;
  /** Gives the keys back; a second time does nothing. */
  release(): Promise<void>;
}
