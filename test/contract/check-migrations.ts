import type { EventStore, Migration, RecordedMigration, StoredEvent } from '../../src/event-store/port.ts';
import type { Differences } from './differences.ts';
import { idsOf, listAll } from './known-log.ts';
import { type Failed, settle } from './settle.ts';
import type { StepWith, VectorRun } from './vector-run.ts';

type MigrationStep = StepWith<'migrate'> | StepWith<'undoMigration'> | StepWith<'listMigrations'>;

/** Does a step with a migration, and compares what comes of it. */
export async function checkMigrationStep(
  step: MigrationStep,
  store: EventStore,
  run: VectorRun,
  differences: Differences,
): Promise<void> {
  if ('listMigrations' in step) {
    differences.compare('the migrations', idsOf(await store.listMigrations()), step.expect.ids);
    return;
  }
  const recorded =
    'migrate' in step
      ? await settle(store.migrate(await describe(step, store, run)))
      : await settle(store.undoMigration(step.undoMigration));
  compare(recorded, step.expect, run, differences);
}

async function describe(
  { migrate }: StepWith<'migrate'>,
  store: EventStore,
  { known }: VectorRun,
): Promise<Migration> {
  const log = await listAll(store.read('all'));
  const { stale = false, changes, ...rest } = migrate;
  return {
    ...rest,
    head: (log.at(-1)?.position ?? 0) - (stale ? 1 : 0),
    changes: changes.map(({ at, behind = 0, becomes }) => {
      const position = known.resolve(at) + behind;
      const before = log.find((event) => event.position === position) ?? null;
      return { position, before, after: becomes && ({ ...before, ...becomes, position } as StoredEvent) };
    }),
  };
}

function compare(
  recorded: RecordedMigration | Failed,
  expect: StepWith<'migrate'>['expect'],
  { known }: VectorRun,
  differences: Differences,
): void {
  if ('error' in recorded || 'error' in expect) {
    differences.compare('the result', recorded, expect);
    return;
  }
  differences.compare('the record', { undone: recorded.undone }, expect);
  for (const { after } of recorded.changes) if (after) known.learn([after.id], [after.position]);
}
