import type { StoredEvent } from '../../src/event-store/port.ts';
import type { MakeStore } from './handles.ts';
import type { KnownLog } from './known-log.ts';
import type { Step } from './vector.ts';

/** What the steps of a vector share. */
export interface VectorRun {
  readonly known: KnownLog;
  /** Makes a second store, for what goes from one into another. */
  readonly makeStore: MakeStore;
  readonly subscriptions: Map<string, { readonly delivered: StoredEvent[]; readonly close: () => void }>;
}

/** The steps that have a key, such as "append". */
export type StepWith<Key extends string> = Extract<Step, Readonly<Record<Key, unknown>>>;
