import type { CompiledMigration, CompiledModel } from '../../decision/compiled-model.ts';
import { replayLog } from '../replay/replay.ts';
import type { ReplayReport } from '../replay/replay-report.ts';
import { applyMigrations } from './apply-migrations.ts';
import { compareDecisions, type DecisionComparison } from './compare-decisions.ts';
import type { MigrationTrouble, RecordChange, StoredRecord } from './stored-record.ts';

/** What migrations would do to a log, before anything is done: plain data. */
export interface MigrationPreview<T extends StoredRecord = StoredRecord> {
  /** In the order of the model. */
  readonly migrations: readonly {
    readonly at: string;
    readonly name: string;
    readonly onRead: boolean;
    /** Events it has a hand in. */
    readonly touched: number;
    readonly samples: readonly RecordChange<T>[];
  }[];
  readonly events: { readonly before: number; readonly after: number };
  readonly changed: number;
  readonly gone: number;
  readonly added: number;
  readonly troubles: readonly MigrationTrouble[];
  /** Whether every event still fits, before and after. */
  readonly replay: { readonly before: ReplayReport; readonly after: ReplayReport };
  readonly decisions: DecisionComparison;
}

const SAMPLES = 3;
const MOST_TROUBLES = 50;

/** Shows what migrations would do to a log, in position order. Yields from time to time; nothing is changed. */
export function* previewMigrations<T extends StoredRecord>(
  model: CompiledModel,
  migrations: readonly CompiledMigration[],
  events: readonly T[],
): Generator<string, MigrationPreview<T>> {
  const { changes, troubles, events: migrated } = applyMigrations(model, migrations, events);
  yield 'Migrated';
  const before = yield* sayAll(replayLog(model, events), 'Replaying the log as it is stored');
  const after = yield* sayAll(replayLog(model, migrated), 'Replaying the migrated log');
  const decisions = yield* sayAll(compareDecisions(model, events, migrated), 'Deciding again');
  return {
    migrations: migrations.map(({ at, name, onRead }) => {
      const own = changes.filter(({ by }) => by.includes(at));
      return { at, name, onRead, touched: own.length, samples: own.slice(0, SAMPLES) };
    }),
    events: { before: events.length, after: migrated.length },
    changed: changes.filter((change) => change.before !== null && change.after !== null).length,
    gone: changes.filter((change) => change.after === null).length,
    added: changes.filter((change) => change.before === null).length,
    troubles: troubles.slice(0, MOST_TROUBLES),
    replay: { before, after },
    decisions,
  };
}

function* sayAll<R>(steps: Generator<unknown, R>, text: string): Generator<string, R> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield text;
  }
}
