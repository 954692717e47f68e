import type { Strategy } from './program.ts';

export const unguarded: Strategy = {
  id: 'unguarded',
  name: 'No guard',
  family: 'No guard',
  variant: null,
  summary: 'Nothing is checked at the append.',
  needsStreams: false,
  compile: () => ({ locks: null, appends: 'together', guardFor: () => ({ kind: 'none' }) }),
};
