import type { EventStore } from '../../src/event-store/port.ts';
import { checkAppend } from './check-append.ts';
import { compareRows } from './check-rows.ts';
import { Differences } from './differences.ts';
import type { Handles, MakeStore } from './handles.ts';
import { KnownLog, listAll } from './known-log.ts';
import { runRace } from './run-race.ts';
import { runStep } from './run-step.ts';
import type { Vector } from './vector.ts';
import type { VectorRun } from './vector-run.ts';

/** Runs a vector on a fresh store and says what came out otherwise than it expects; nothing when all is well. */
export async function runVector(vector: Vector, makeStore: MakeStore): Promise<readonly string[]> {
  const { handles, remove } = await makeStore();
  try {
    return await runOn(handles, vector, makeStore);
  } finally {
    await remove();
  }
}

async function runOn(handles: Handles, vector: Vector, makeStore: MakeStore): Promise<readonly string[]> {
  const run: VectorRun = { known: new KnownLog(), subscriptions: new Map(), makeStore };
  const differences = new Differences();
  let turn = 0;
  const nextHandle = (): EventStore => handles[turn++ % handles.length] ?? handles[0];
  for (const append of vector.given ?? []) {
    const expect = { appended: append.events.map(({ id }) => id) };
    await checkAppend({ append, expect }, nextHandle(), run, differences.at('given'));
  }
  for (const [i, step] of (vector.steps ?? []).entries()) {
    await runStep(step, nextHandle(), run, differences.at(`step ${i + 1}, ${Object.keys(step)[0]}`));
  }
  for (const { close } of run.subscriptions.values()) close();
  if (vector.race) await runRace(vector.race, handles, run.known, differences.at('race'));
  for (const [shelf, rows] of Object.entries(vector.rows ?? {})) {
    compareRows(shelf, await nextHandle().listRows(shelf), rows, differences.at('rows'));
  }
  await checkLog(vector, nextHandle(), differences.at('log'));
  return differences.all;
}

async function checkLog(vector: Vector, store: EventStore, differences: Differences): Promise<void> {
  const log = await listAll(store.read('all'));
  if (vector.log) {
    differences.compare(
      'the log',
      log.map(({ id }) => id),
      vector.log,
    );
  }
  const falls = log.some(({ position }, i) => position <= (log[i - 1]?.position ?? 0));
  if (falls) differences.add('positions do not grow');
}
