import type { Strategy } from './program.ts';

export const streamSaga: Strategy = {
  id: 'stream-saga',
  name: 'Streams (saga)',
  family: 'Streams',
  variant: 'saga',
  summary:
    'Each stream is read and appended to on its own, one after the other, and each append is stopped when its stream grew.',
  needsStreams: true,
  compile: () => ({
    locks: null,
    appends: 'by-stream',
    guardFor: (streams) => ({ kind: 'streams', streams }),
  }),
};
