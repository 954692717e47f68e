import type { Diagnostic } from './diagnostic.ts';
import { makeDiagnostic } from './diagnostic-codes.ts';
import { pointer } from './pointer.ts';
import type { MigrationDefinition, Model } from './schema.ts';
import { suggestName } from './suggest-name.ts';

/** What each change needs besides the type of the events: any one of each list. */
const NEEDS: Readonly<Record<NonNullable<MigrationDefinition['change']>, readonly (readonly string[])[]>> = {
  rename: [['to']],
  merge: [['with'], ['by']],
  split: [['into']],
  move: [['aggregate']],
  retag: [['add', 'remove']],
  fill: [['field'], ['value', 'expression']],
  drop: [],
};

/** Migrations that do not say all they need, or lead to what is not in the model. What they change may be older than the model. */
export function* checkMigrations(model: Model): Iterable<Diagnostic> {
  for (const [index, migration] of (model.migrations ?? []).entries()) {
    const at = pointer('migrations', index);
    yield* checkFinished(migration, at);
    const { aggregate, to, into = [] } = migration;
    if (aggregate !== undefined && !Object.hasOwn(model.aggregates ?? {}, aggregate)) {
      const remedy = suggestName(aggregate, model.aggregates, 'add it to "aggregates", or correct the name.');
      const message = `The migration "${migration.name}" names the aggregate "${aggregate}", which does not exist: ${remedy}`;
      yield makeDiagnostic('unknown-aggregate', `${at}/aggregate`, message);
    }
    const targets = [
      ...(to === undefined ? [] : [{ name: to, place: `${at}/to` }]),
      ...into.map(({ event }, part) => ({ name: event, place: `${at}/into/${part}/event` })),
    ];
    for (const { name, place } of targets) {
      if (Object.hasOwn(model.events ?? {}, name)) continue;
      const remedy = suggestName(name, model.events, 'add it to "events", or correct the name.');
      const message = `The migration "${migration.name}" makes events of type "${name}", which does not exist: ${remedy}`;
      yield makeDiagnostic('unknown-event', place, message);
    }
  }
}

function* checkFinished(migration: MigrationDefinition, at: string): Iterable<Diagnostic> {
  const { name, change } = migration;
  const needed = change === undefined ? [['change']] : [['event'], ...NEEDS[change]];
  const has = (key: string) => Object.hasOwn(migration, key);
  const missing = needed
    .filter((keys) => !keys.some(has))
    .map((keys) => keys.map((key) => `"${key}"`).join(' or '));
  if (missing.length === 0) return;
  const message = `The migration "${name}" changes nothing yet: it needs ${missing.join(' and ')}.`;
  yield makeDiagnostic('unfinished-migration', at, message);
}
