import type { CommandTiming, LiveStep } from './live-result.ts';
import type { LockRequest, LockService } from './lock-service.ts';
import type { Waits } from './pauses.ts';
import type { Joined, Racer } from './racer.ts';

/** What a command needs to run freely: in a worker of its own, or beside others. */
export interface FreeTools {
  readonly locks: LockService;
  readonly pauses: Waits;
  readonly now: () => number;
  readonly onStep?: ((step: LiveStep) => void) | undefined;
  /** Told of each command that joins because of a step (P3). */
  readonly onJoin?: ((joined: Joined) => void) | undefined;
}

/** All steps of one command, in its own order, and how long they took with the pauses between them. */
export interface Trace {
  readonly steps: readonly LiveStep[];
  readonly timing: CommandTiming;
}

/** Runs one command of a race to its end, with a pause before each step, whatever the others do (R3, S3). Rejects with `HomelessEvent` or what the store throws. */
export async function raceFreely(racer: Racer, tools: FreeTools): Promise<Trace> {
  const { pauses, now } = tools;
  const steps: LiveStep[] = [];
  const note = (step: LiveStep) => {
    steps.push(step);
    tools.onStep?.(step);
  };
  await pauses.beforeStart();
  const start = now();
  const lock = racer.phase === 'acquire' ? await acquire(racer, tools, note) : null;
  const waitedMs = now() - start;
  let retries = 0;
  try {
    while (racer.phase !== 'done') {
      await (racer.phase === 'append' ? pauses.beforeAppend() : pauses.beforeRead());
      const step = await takeStep(racer, lock, tools);
      note(step);
      for (const joined of racer.joining()) tools.onJoin?.(joined);
      if (isStopped(step) && step.outcome === undefined) await pauses.beforeRetry(++retries);
    }
  } finally {
    // Where a step failed, the others must not wait for this command forever.
    await lock?.release();
  }
  return { steps, timing: { ms: now() - start, waitedMs, retries } };
}

async function acquire(
  racer: Racer,
  { locks }: FreeTools,
  note: (step: LiveStep) => void,
): Promise<LockRequest> {
  const [asking, request] = await locks.alone(
    async () => [await racer.lookUp(), await locks.ask(racer.run.program.locks ?? [])] as const,
  );
  note(await racer.acquire(asking, request.waits));
  await request.granted;
  racer.grant();
  return request;
}

async function takeStep(racer: Racer, lock: LockRequest | null, { locks }: FreeTools): Promise<LiveStep> {
  if (lock === null) return racer.take();
  return locks.alone(async () => {
    const step = await racer.take();
    if (racer.phase === 'done') await lock.release();
    return step;
  });
}

function isStopped({ verdict }: LiveStep): boolean {
  return verdict === 'conflict' || verdict === 'falseConflict';
}
