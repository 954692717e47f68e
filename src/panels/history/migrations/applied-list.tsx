import { countOf } from '../../../lib/format-number.ts';
import type { MigrationWork } from './use-migrations.ts';

/** What was applied to the log, the last one first, each to be undone. */
export function AppliedList({ work }: { readonly work: MigrationWork }) {
  const { applied, working, undo } = work;
  if (applied.length === 0) return null;
  return (
    <section className="migrations-applied" aria-label="Applied">
      <h3>Applied</h3>
      <ul>
        {applied.toReversed().map(({ id, time, reason, changes, undone }) => (
          <li key={id}>
            <span>
              {reason}: {countOf(changes, 'position', 'positions')},{' '}
              <time dateTime={time}>{time.slice(0, 16).replace('T', ' ')}</time>
            </span>
            {undone ? (
              <span className="migrations-undone">undone</span>
            ) : (
              <button className="button" type="button" disabled={working !== null} onClick={() => undo(id)}>
                Undo
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
