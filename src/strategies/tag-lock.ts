import type { PreparedCommand } from '../decision/prepare.ts';
import type { QueryItem } from '../decision/query.ts';
import type { Strategy } from './program.ts';
import { sortNames } from './streams.ts';

export const tagLock: Strategy = {
  id: 'tag-lock',
  name: 'Tags (lock)',
  family: 'Tags',
  variant: 'lock',
  summary:
    'A lock on each tag the command’s queries name is held from before the read until after the append.',
  needsStreams: false,
  compile: (command) => ({
    locks: listKeys(command),
    appends: 'together',
    guardFor: () => ({ kind: 'none' }),
  }),
};

/** Every tag of every strict projection's query, or its types where it has no tags (S7). */
function listKeys({ checks, projections }: PreparedCommand): readonly string[] {
  const items = checks
    .filter(({ constraint }) => !constraint.relaxed)
    .flatMap((check) => check.projections.flatMap((index) => projections[index]?.item ?? []));
  return sortNames(items.flatMap(keysOf));
}

function keysOf({ types, tags }: QueryItem): readonly string[] {
  return tags.length > 0 ? tags : types.map((type) => `type:${type}`);
}
