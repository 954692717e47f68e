import type { PreparedCommand } from '../decision/prepare.ts';
import type { Strategy } from './program.ts';

export const streamVersion: Strategy = {
  id: 'stream-version',
  name: 'Streams (version)',
  family: 'Streams',
  variant: 'version',
  summary:
    'The append is stopped when a stream it writes to grew since the read; other streams it read are not watched.',
  needsStreams: true,
  compile: (command) => ({
    locks: null,
    appends: 'together',
    guardFor: (streams) => (isAllRelaxed(command) ? { kind: 'none' } : { kind: 'streams', streams }),
  }),
};

/** Then it appends with "any version" (S5). A command without checks has nothing relaxed and keeps its guard. */
function isAllRelaxed({ checks }: PreparedCommand): boolean {
  return checks.length > 0 && checks.every(({ constraint }) => constraint.relaxed);
}
