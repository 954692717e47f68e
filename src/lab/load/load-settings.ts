import { getOwn } from '../../lib/get-own.ts';
import type { Model, Workload } from '../../model/schema.ts';

/** What a person chose about the load: the same settings on the same model give the same numbers, everywhere. */
export interface LoadSettings {
  /** A workload of the model by name; null for what the model alone suggests. */
  readonly workload: string | null;
  /** What was changed of it, part by part. */
  readonly change: Workload;
  /** What grows along the picture, as a sweep calls it; null for whatever commands come by. */
  readonly over: string | null;
  /** Where one looks along it; null for where the workload itself is. */
  readonly at: number | null;
  readonly seed: number;
  readonly replications: number;
}

export const USUAL_LOAD: LoadSettings = {
  workload: null,
  change: {},
  over: null,
  at: null,
  seed: 1,
  replications: 3,
};

/** The workload that settings stand for: the parts that were changed take the place of the model's. */
export function settleWorkload(model: Pick<Model, 'workloads'>, settings: LoadSettings): Workload {
  const { workload, change } = settings;
  const written = workload === null ? undefined : getOwn(model.workloads ?? {}, workload);
  return { ...written, ...change };
}

/** How a workload is called on the page and in its results. */
export function nameWorkload({ workload, change }: LoadSettings): string {
  const name = workload ?? 'as the model suggests';
  return Object.keys(change).length === 0 ? name : `${name}, changed`;
}
