import { alternate, type Samples } from './alternate.ts';
import { type Contenders, type Durability, openContenders } from './open-contenders.ts';
import { type BatchPlan, prepareBatches, prepareSingles, type SinglePlan } from './prepare-appends.ts';
import { type LastPlan, prepareLasts, prepareReads, type ReadPlan } from './prepare-reads.ts';

interface Log {
  /** By name; it is opened, and if need be made, with the first job on it. */
  readonly log: string;
  readonly durability: Durability;
  readonly rounds: number;
}

/** What the page can be asked to measure. */
export type Job = Log & (SinglePlan | BatchPlan | ReadPlan | LastPlan);

const opened = new Map<string, Promise<Contenders>>();

/** Does a job; the samples are milliseconds per append, per batch or per read. */
export async function measure(job: Job): Promise<Samples> {
  const { rounds } = job;
  const both = await open(job);
  switch (job.kind) {
    case 'singles':
      return alternate(both, rounds, (contender, round) => prepareSingles(contender, round, job));
    case 'batches':
      return alternate(both, rounds, (contender, round) => prepareBatches(contender, round, job, rounds));
    case 'reads':
      return alternate(both, rounds, (contender, round) => prepareReads(contender, round, job));
    case 'lasts':
      return alternate(both, rounds, (contender, round) => prepareLasts(contender, round, job));
  }
}

function open({ log, durability }: Log): Promise<Contenders> {
  const key = `${log} ${durability}`;
  const contenders = opened.get(key) ?? openContenders(log, durability);
  opened.set(key, contenders);
  return contenders;
}
