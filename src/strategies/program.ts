import type { CompiledModel } from '../decision/compiled-model.ts';
import type { PreparedCommand } from '../decision/prepare.ts';
import type { Guard } from './guard.ts';

export const STRATEGY_IDS = [
  'unguarded',
  'log-version',
  'log-lock',
  'stream-version',
  'stream-saga',
  'tag-condition',
  'tag-lock',
] as const;
export type StrategyId = (typeof STRATEGY_IDS)[number];

export type StrategyFamily = 'No guard' | 'One log' | 'Streams' | 'Tags';

/** What a command does step by step under a strategy: acquire (when it locks), then read and append, once or once per stream. */
export interface Program {
  /** Keys held from the acquire step to the end; null when there is no acquire step. Keys may be none. */
  readonly locks: readonly string[] | null;
  /** `together`: one read and one append for all events. `by-stream`: a read and an append for each home stream (S6). */
  readonly appends: 'together' | 'by-stream';
  /** What the store checks when events are appended to these home streams. */
  guardFor(streams: readonly string[]): Guard;
}

/** A way to choose guards and locks. Adding one is one file and one line in the registry. */
export interface Strategy {
  readonly id: StrategyId;
  /** What people call it: the family, and the variant in brackets. */
  readonly name: string;
  /** What it looks at: nothing, the whole log, streams or tags. */
  readonly family: StrategyFamily;
  /** How it holds others off, where the family has several ways. */
  readonly variant: 'version' | 'lock' | 'saga' | 'condition' | null;
  /** One sentence: what is checked at the append. */
  readonly summary: string;
  /** Whether every emitted event needs a home stream (S4). */
  readonly needsStreams: boolean;
  compile(command: PreparedCommand, model: CompiledModel): Program;
}
