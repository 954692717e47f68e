import { useCallback, useEffect, useRef, useState } from 'react';
import type { MigrationPreview } from '../../../history/migrate/preview-migrations.ts';
import type { AppliedMigration, LogMigrations } from '../../../lab/history/log-migrations.ts';
import { countOf } from '../../../lib/format-number.ts';
import { sayError } from '../../../ui/say-error.ts';

export interface MigrationWork {
  readonly preview: MigrationPreview | null;
  readonly applied: readonly AppliedMigration[];
  /** What goes on, in words; null for nothing. */
  readonly working: string | null;
  /** What the last work came to. */
  readonly said: string | null;
  readonly trouble: string | null;
  readonly look: () => void;
  readonly apply: () => void;
  readonly undo: (id: string) => void;
}

/** Previews, applies and undoes the migrations of a board's log, one at a time. */
export function useMigrations(migrations: LogMigrations, model: unknown): MigrationWork {
  const [preview, setPreview] = useState<MigrationPreview | null>(null);
  const [applied, setApplied] = useState<readonly AppliedMigration[]>([]);
  const [working, setWorking] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const gone = useRef(new AbortController());

  const run = useCallback(async (what: string, work: () => Promise<string | null>) => {
    setWorking(what);
    setTrouble(null);
    setSaid(null);
    try {
      setSaid(await work());
    } catch (error) {
      setTrouble(sayError(error));
    }
    setWorking(null);
  }, []);
  const list = useCallback(async () => setApplied(await migrations.list()), [migrations]);
  useEffect(() => {
    list().catch((error: unknown) => setTrouble(sayError(error)));
    return () => gone.current.abort();
  }, [list]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a preview is of the model as it was
  useEffect(() => setPreview(null), [model]);

  return {
    preview,
    applied,
    working,
    said,
    trouble,
    look: () =>
      void run('Working out what would change…', async () => {
        const found = await migrations.preview({ onProgress: setWorking });
        setPreview(found);
        return found === null ? 'The log is empty: there is nothing to migrate.' : null;
      }),
    apply: () =>
      void run('Applying…', async () => {
        const count = await migrations.apply();
        setPreview(null);
        await list();
        return `Applied to ${countOf(count, 'position', 'positions')}; the originals are kept.`;
      }),
    undo: (id) =>
      void run('Undoing…', async () => {
        await migrations.undo(id);
        setPreview(null);
        await list();
        return 'Undone: the originals are back.';
      }),
  };
}
