import { getOwn } from '../../lib/get-own.ts';
import type { Model, Workload } from '../../model/schema.ts';

/** What a person chose about the load: the same settings on the same model give the same numbers, everywhere. */
export interface LoadSettings {
  /** A workload of the model by name; null for its first one, or for what the model alone suggests where it has none. */
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

/** The workload that settings stand for, as `ambit load` chooses it: the parts that were changed take the place of the model's. */
export function settleWorkload(model: Pick<Model, 'workloads'>, settings: LoadSettings): Workload {
  const name = chosenName(model, settings);
  const written = name === undefined ? undefined : getOwn(model.workloads ?? {}, name);
  return { ...written, ...settings.change };
}

/** How a workload is called on the page and in its results. */
export function nameWorkload(model: Pick<Model, 'workloads'>, settings: LoadSettings): string {
  const name = chosenName(model, settings) ?? 'as the model suggests';
  return Object.keys(settings.change).length === 0 ? name : `${name}, changed`;
}

function chosenName({ workloads }: Pick<Model, 'workloads'>, { workload }: LoadSettings): string | undefined {
  return workload ?? Object.keys(workloads ?? {})[0];
}
