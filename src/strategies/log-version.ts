import type { Strategy } from './program.ts';

export const logVersion: Strategy = {
  id: 'log-version',
  name: 'One log (version)',
  family: 'One log',
  variant: 'version',
  summary: 'The append is stopped when anything at all was appended since the read.',
  needsStreams: false,
  compile: () => ({ locks: null, appends: 'together', guardFor: () => ({ kind: 'log' }) }),
};
