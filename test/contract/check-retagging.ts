import type { EventStore, RecordedRetagging } from '../../src/event-store/port.ts';
import type { Differences } from './differences.ts';
import { type Failed, settle } from './settle.ts';
import type { StepWith, VectorRun } from './vector-run.ts';

/** Retags and compares the record of it. */
export async function checkRetag(
  { retag, expect }: StepWith<'retag'>,
  store: EventStore,
  run: VectorRun,
  differences: Differences,
): Promise<void> {
  const changes = retag.changes.map((change) => ({
    ...change,
    position: run.known.resolve(change.position),
  }));
  const recorded = await settle(store.retag({ ...retag, changes }));
  compareRetagging(recorded, expect, run, differences);
}

/** Compares the record of a retagging, done or undone. */
export function compareRetagging(
  recorded: RecordedRetagging | Failed,
  expect: StepWith<'retag'>['expect'],
  { known }: VectorRun,
  differences: Differences,
): void {
  if ('error' in recorded || 'error' in expect) {
    differences.compare('the result', recorded, expect);
    return;
  }
  const before = Object.entries(expect.before).map(([id, tags]) => ({ position: known.resolve(id), tags }));
  differences.compare(
    'the record',
    { before: recorded.before, undone: recorded.undone },
    { before, undone: expect.undone },
  );
}
