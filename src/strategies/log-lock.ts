import type { Strategy } from './program.ts';

export const logLock: Strategy = {
  id: 'log-lock',
  name: 'One log (lock)',
  family: 'One log',
  variant: 'lock',
  summary: 'One lock on the whole log is held from before the read until after the append.',
  needsStreams: false,
  compile: () => ({ locks: ['*'], appends: 'together', guardFor: () => ({ kind: 'none' }) }),
};
