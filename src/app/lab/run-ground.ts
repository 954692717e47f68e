import type { RunStore } from '../../runs/open-race.ts';
import type { LockManagerLike } from '../../runs/web-locks.ts';

/** What runs of races need of the world outside. */
export interface RunGround {
  /** The store of the runs, with nothing in it. */
  readonly emptied: () => Promise<RunStore>;
  readonly locks: LockManagerLike;
  readonly random: () => number;
  readonly now: () => number;
  readonly makeId: () => string;
}
