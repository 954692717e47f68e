import { compileModel } from '../../../decision/compile.ts';
import type { CompiledModel } from '../../../decision/compiled-model.ts';
import type { EventStore, StoredEvent } from '../../../event-store/port.ts';
import { applyMigrations } from '../../../history/migrate/apply-migrations.ts';
import { previewMigrations } from '../../../history/migrate/preview-migrations.ts';
import type { LogMigrations } from '../../../lab/history/log-migrations.ts';
import type { OpenBoard } from '../../open-board.ts';
import { openLiveLab } from '../live-lab.ts';

/** So long the page is kept waiting in one go. */
const SLICE_MS = 8;

/** The migrations of a board over the store that holds its log. */
export function createLogMigrations(open: OpenBoard): LogMigrations {
  const { board } = open;
  const { held } = openLiveLab(open);
  const compile = (): CompiledModel => {
    const { model } = board.state().parsed;
    if (model === null) throw new Error('The document is no usable model: see the findings of the board.');
    return compileModel(model);
  };
  return {
    preview: async ({ signal, onProgress } = {}) => {
      const model = compile();
      const events = await readAll(await held.use());
      if (events.length === 0) return null;
      return runSliced(previewMigrations(model, model.migrations, events), signal, onProgress);
    },
    apply: async () => {
      const model = compile();
      const store = await held.use();
      const events = await readAll(store);
      const migrations = model.migrations.filter(({ onRead }) => !onRead);
      const { changes, troubles } = applyMigrations(model, migrations, events);
      const [trouble] = troubles;
      if (trouble) throw new Error(`Event ${trouble.position} cannot be migrated: ${trouble.reason}.`);
      if (changes.length === 0) return 0;
      const used = new Set(changes.flatMap(({ by }) => by));
      await store.migrate({
        id: crypto.randomUUID(),
        time: new Date().toISOString(),
        reason: migrations
          .filter(({ at }) => used.has(at))
          .map(({ name }) => name)
          .join(', '),
        head: events.at(-1)?.position ?? 0,
        changes: changes.map(({ position, before, after }) => ({ position, before, after })),
      });
      await held.refresh();
      return changes.length;
    },
    undo: async (id) => {
      await (await held.use()).undoMigration(id);
      await held.refresh();
    },
    list: async () =>
      (await (await held.use()).listMigrations()).map(({ id, time, reason = '', changes, undone }) => ({
        id,
        time,
        reason,
        changes: changes.length,
        undone,
      })),
  };
}

async function readAll(store: EventStore): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const event of store.read('all')) events.push(event);
  return events;
}

async function runSliced<P, R>(
  steps: Generator<P, R>,
  signal: AbortSignal | undefined,
  onProgress: ((progress: P) => void) | undefined,
): Promise<R> {
  let until = performance.now() + SLICE_MS;
  for (;;) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    onProgress?.(step.value);
    await new Promise((resume) => setTimeout(resume));
    until = performance.now() + SLICE_MS;
  }
}
