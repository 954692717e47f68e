import { addMigration } from '../../../board/edits/migrations.ts';
import { getAt } from '../../../board/edits/set-at.ts';
import type { JsonObject } from '../../../lib/json.ts';

/** Adds a migration, unless there is one of its name: what a step does can be done once more. */
export function addMigrationOnce(
  document: JsonObject,
  migration: JsonObject & { readonly name: string },
): JsonObject {
  const migrations = getAt(document, ['migrations']);
  const isThere =
    Array.isArray(migrations) &&
    migrations.some((_, at) => getAt(document, ['migrations', at, 'name']) === migration.name);
  return isThere ? document : addMigration(document, migration);
}
