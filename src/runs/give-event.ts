import type { CompiledModel } from '../decision/compiled-model.ts';
import { recordGiven } from '../decision/make-fact.ts';
import type { Position } from '../event-store/port.ts';
import type { Unavailable } from '../exploration/result.ts';
import type { GivenEvent } from '../model/schema.ts';
import { homeStreams } from '../strategies/streams.ts';
import type { RunStore } from './open-race.ts';
import { sayRefusal } from './refused-append.ts';
import { toNewEvent } from './stored-records.ts';

export interface GiveOptions {
  readonly store: RunStore;
  /** The event's id, made by the caller. */
  readonly id: string;
  readonly actor?: string;
}

/** What became of an event that was given. */
export interface GivenRun {
  readonly position: Position;
}

/** Appends an event that no command decided, whatever is in the store (D9). Returns a sentence when its tags or its time cannot be had. */
export async function giveEvent(
  model: CompiledModel,
  given: GivenEvent,
  { store, id, actor }: GiveOptions,
): Promise<GivenRun | Unavailable> {
  const recorded = recordGiven(model, given);
  if ('message' in recorded) return { unavailable: recorded.message };
  const { time, ...fact } = recorded;
  const record = { fact, time, streams: homeStreams(model, fact), first: true };
  const origin = { runId: id, by: null, command: null, actor };
  const answer = await store.append([toNewEvent(origin, record, id, null)]);
  if (answer.kind === 'refused') return { unavailable: sayRefusal(answer.refusal) };
  if (answer.kind !== 'appended')
    throw new Error(`an append without a condition was answered ${answer.kind}`);
  return { position: answer.positions[0] ?? 0 };
}
