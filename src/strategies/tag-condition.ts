import type { Strategy } from './program.ts';

export const tagCondition: Strategy = {
  id: 'tag-condition',
  name: 'Tags (condition)',
  family: 'Tags',
  variant: 'condition',
  summary:
    'The append is stopped when an event that the command’s own query matches was appended since the read (DCB).',
  needsStreams: false,
  compile: (command) => ({
    locks: null,
    appends: 'together',
    guardFor: () => ({ kind: 'query', query: command.guarded }),
  }),
};
