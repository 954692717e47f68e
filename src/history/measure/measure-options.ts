import type { CompiledModel } from '../../decision/compiled-model.ts';

export interface MeasureOptions {
  /** Milliseconds between read and append; each more than 0. */
  readonly windows: readonly number[];
  /** Whose values are streams; left out, one is chosen that many events carry and that has many. */
  readonly concept?: string;
  /** Names, in which `*` stands for anything; upper and lower case are the same. */
  readonly withoutActors?: readonly string[];
  readonly withoutConcepts?: readonly string[];
  /** Whether events of one time, actor and correlation are one transaction (H1); they are when left out. */
  readonly collapse?: boolean;
  /** The model whose commands made the log. */
  readonly model?: CompiledModel;
}

/** The longest window that a curve is drawn for, in milliseconds. */
export const LONGEST_WINDOW = 3_600_000;

/** The windows of the curve, from the shortest to the longest in equal steps of proportion, round to two digits. */
export const CURVE_WINDOWS: readonly number[] = [
  100, 150, 200, 300, 500, 700, 1000, 1500, 2000, 3000, 5000, 7000, 10_000, 15_000, 20_000, 30_000, 45_000,
  60_000, 90_000, 120_000, 180_000, 300_000, 420_000, 600_000, 900_000, 1_200_000, 1_800_000, 2_700_000,
  3_600_000,
];
