import { getOwn } from '../../lib/get-own.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import { isArray, replaceEntry } from './change-each.ts';
import { setAt } from './set-at.ts';

/** Adds a migration at the end. Where `migrations` is no list, nothing is added. */
export function addMigration(document: JsonObject, migration: JsonObject): JsonObject {
  return changeMigrations(document, (migrations) => [...migrations, migration]);
}

/** Removes a migration; the last one leaves no empty list behind. */
export function removeMigration(document: JsonObject, at: number): JsonObject {
  return changeMigrations(document, (migrations) =>
    at in migrations ? migrations.filter((_, index) => index !== at) : migrations,
  );
}

/** Says one thing about a migration otherwise; undefined takes it off. */
export function changeMigration(
  document: JsonObject,
  at: number,
  key: string,
  value: Json | undefined,
): JsonObject {
  const migrations = getOwn(document, 'migrations') ?? [];
  if (!isArray(migrations) || !(at in migrations)) return document;
  return setAt(document, ['migrations', at, key], value);
}

function changeMigrations(
  document: JsonObject,
  change: (migrations: readonly Json[]) => readonly Json[],
): JsonObject {
  const migrations = getOwn(document, 'migrations') ?? [];
  if (!isArray(migrations)) return document;
  const changed = change(migrations);
  if (changed === migrations) return document;
  return replaceEntry(document, 'migrations', changed.length === 0 ? undefined : changed);
}
