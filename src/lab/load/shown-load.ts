import type { SweepResult } from '../../workload/sweep-load.ts';
import type { LoadAxis } from './load-axes.ts';

/** What the Load tab shows, for who takes it home. */
export interface ShownLoad {
  readonly axis: LoadAxis;
  readonly result: SweepResult;
  /** Of the settings compared with; null for none. */
  readonly before: SweepResult | null;
  /** Where one looks along the axis. */
  readonly at: number;
  /** The sentence about that place. */
  readonly sentence: string;
}
