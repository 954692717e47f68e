import type { EventStore } from '../../src/event-store/port.ts';
import { checkAppend } from './check-append.ts';
import { checkMigrationStep } from './check-migrations.ts';
import { checkRead } from './check-read.ts';
import { checkRetag, compareRetagging } from './check-retagging.ts';
import { checkRoundTrip } from './check-round-trip.ts';
import { checkRowStep } from './check-rows.ts';
import type { Differences } from './differences.ts';
import { idsOf } from './known-log.ts';
import { settle } from './settle.ts';
import { runSubscriptionStep } from './subscription-steps.ts';
import type { Step } from './vector.ts';
import type { StepWith, VectorRun } from './vector-run.ts';

/** Does one step of a vector and compares what comes back. */
export async function runStep(
  step: Step,
  store: EventStore,
  run: VectorRun,
  differences: Differences,
): Promise<void> {
  if ('append' in step) await checkAppend(step, store, run, differences);
  else if ('read' in step) await checkRead(step, store, run, differences);
  else if ('lastPosition' in step) await checkLastPosition(step, store, run, differences);
  else if ('readStream' in step) {
    const events = await store.readStream(step.readStream);
    differences.compare('the stream', idsOf(events), step.expect.ids);
  } else if ('retag' in step) await checkRetag(step, store, run, differences);
  else if ('undoRetagging' in step) {
    const recorded = await settle(store.undoRetagging(step.undoRetagging));
    compareRetagging(recorded, step.expect, run, differences);
  } else if ('listRetaggings' in step) {
    differences.compare('the retaggings', idsOf(await store.listRetaggings()), step.expect.ids);
  } else if ('migrate' in step || 'undoMigration' in step || 'listMigrations' in step) {
    await checkMigrationStep(step, store, run, differences);
  } else if ('listRows' in step || 'getRows' in step || 'changeRows' in step || 'catchUp' in step) {
    await checkRowStep(step, store, differences);
  } else if ('roundTrip' in step) await checkRoundTrip(store, run, differences);
  else await runSubscriptionStep(step, store, run, differences);
}

async function checkLastPosition(
  { lastPosition, expect }: StepWith<'lastPosition'>,
  store: EventStore,
  { known }: VectorRun,
  differences: Differences,
): Promise<void> {
  const found = await settle(store.lastPosition(lastPosition));
  const isError = typeof expect === 'object' && 'error' in expect;
  differences.compare('the position', found, isError ? expect : known.resolve(expect));
}
