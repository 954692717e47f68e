import { useSyncExternalStore } from 'react';
import type { ReadModels } from '../../../lab/history/read-models.ts';
import { joinWords } from '../../../lib/join-words.ts';
import { Notice } from '../../../ui/notice.tsx';

/** Which read models were built before a migration, and the way to build them anew; nothing when there is none. */
export function OutdatedReadModels({ readModels }: { readonly readModels: ReadModels }) {
  const state = useSyncExternalStore(readModels.listen, readModels.state);
  const names = (state ?? []).flatMap(({ name, isOutdated }) => (isOutdated ? [name] : []));
  if (names.length === 0) return null;
  const [are, them] = names.length === 1 ? ['was', 'it'] : ['were', 'them'];
  return (
    <Notice kind="plain">
      <p className="migrations-outdated">
        {joinWords(names)} {are} built before stored events were changed, and{' '}
        {are === 'was' ? 'stands' : 'stand'} still.{' '}
        <button
          className="button"
          type="button"
          onClick={() => {
            for (const name of names) readModels.rebuild(name);
          }}
        >
          Rebuild {them}
        </button>
      </p>
    </Notice>
  );
}
