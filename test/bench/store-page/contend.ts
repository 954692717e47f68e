export interface WriterOrder {
  readonly course: string;
  readonly seed: number;
  readonly milliseconds: number;
}

export interface WriterReport {
  readonly successes: number;
  readonly retries: number;
  /** The most times that one append had to be tried again. */
  readonly worst: number;
  readonly milliseconds: number;
}

/** So many workers write at once for so long, all in one boundary or each in its own. */
export interface ContentionOrder {
  readonly writers: number;
  readonly boundary: 'one' | 'disjoint';
  readonly milliseconds: number;
}

const workers: Worker[] = [];

/** Has the workers write, and reports of each. */
export function contend({ writers, boundary, milliseconds }: ContentionOrder): Promise<WriterReport[]> {
  while (workers.length < writers) workers.push(startWriter());
  return Promise.all(
    workers.slice(0, writers).map((worker, seed) => {
      const course = boundary === 'one' ? 'hot' : `own-${seed}`;
      return order(worker, { course, seed, milliseconds });
    }),
  );
}

function startWriter(): Worker {
  return new Worker(new URL('./writer.ts', import.meta.url), { type: 'module' });
}

function order(worker: Worker, work: WriterOrder): Promise<WriterReport> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<WriterReport>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(work);
  });
}
