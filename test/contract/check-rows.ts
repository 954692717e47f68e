import { catchUp } from '../../src/event-store/catch-up.ts';
import type { EventStore, Row } from '../../src/event-store/port.ts';
import type { Differences } from './differences.ts';
import { sumByPlace } from './sum-by-place.ts';
import type { StepWith } from './vector-run.ts';

type RowStep = StepWith<'listRows'> | StepWith<'getRows'> | StepWith<'changeRows'> | StepWith<'catchUp'>;

/** Does a step on what lies beside the log, and compares what comes back. */
export async function checkRowStep(
  step: RowStep,
  store: EventStore,
  differences: Differences,
): Promise<void> {
  if ('listRows' in step) {
    const { listRows, after, limit, expect } = step;
    const options = { ...(after !== undefined && { after }), ...(limit !== undefined && { limit }) };
    compareRows(listRows, await store.listRows(listRows, options), expect.rows, differences);
  } else if ('getRows' in step) {
    const values = await store.getRows(step.getRows);
    differences.compare(
      'the values',
      values.map((value) => value ?? null),
      step.expect,
    );
  } else if ('changeRows' in step) {
    differences.compare('whether rows changed', await store.changeRows(step.changeRows), step.expect);
  } else {
    const end = await catchUp(store, sumByPlace, step.catchUp);
    differences.compare('how catching up ended', end.kind, step.expect);
  }
}

/** Compares the rows of a shelf, their order included. */
export function compareRows(
  shelf: string,
  found: readonly Row[],
  expected: Readonly<Record<string, unknown>>,
  differences: Differences,
): void {
  differences.compare(
    `the rows of ${shelf}`,
    found.map(({ key, value }) => [key, value]),
    Object.entries(expected),
  );
}
