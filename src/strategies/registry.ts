import { logLock } from './log-lock.ts';
import { logVersion } from './log-version.ts';
import type { Strategy, StrategyId } from './program.ts';
import { streamSaga } from './stream-saga.ts';
import { streamVersion } from './stream-version.ts';
import { tagCondition } from './tag-condition.ts';
import { tagLock } from './tag-lock.ts';
import { unguarded } from './unguarded.ts';

/** All strategies by id, in the order in which they are shown. */
export const STRATEGIES: { readonly [I in StrategyId]: Strategy } = {
  unguarded,
  'log-version': logVersion,
  'log-lock': logLock,
  'stream-version': streamVersion,
  'stream-saga': streamSaga,
  'tag-condition': tagCondition,
  'tag-lock': tagLock,
};
