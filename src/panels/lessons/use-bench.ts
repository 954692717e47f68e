import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { BoardLog } from '../../lab/board-log.ts';
import type { LogEvent } from '../../lab/live-log.ts';
import type { GivenEvent } from '../../model/schema.ts';
import { useAnswer } from '../../ui/use-answer.ts';
import type { LiveSight } from './judge-live.ts';
import type { LessonBench } from './lesson-bench.ts';
import { useLesson } from './use-lesson.ts';

/** More than a lesson ever writes. */
const MOST_EVENTS = 200;
const NO_EFFECTS = { effects: [], systems: [] };

/** The log of the board, once it is open; a message where it cannot be. */
export function useBench(): { readonly bench: LessonBench | null; readonly failure: string | null } {
  const { openBench, parts } = useLesson();
  // biome-ignore lint/correctness/useExhaustiveDependencies: one bench for each board
  const { value, failure } = useAnswer(useCallback(() => openBench(), [parts.board]));
  return { bench: value, failure };
}

/** What is to be seen of a log now; null until it is open. */
export function useSight({ log, readModels, sideEffects, replay }: LessonBench): LiveSight | null {
  const events = useEvents(log);
  const models = useSyncExternalStore(readModels.listen, readModels.state);
  const effects = useSyncExternalStore(sideEffects.listen, sideEffects.state);
  const { report, isStale } = useSyncExternalStore(replay.listen, replay.state);
  return useMemo(() => {
    if (events === null) return null;
    const isDoomed = report === null || isStale ? null : report.doom !== null;
    return { events, readModels: models ?? [], effects: effects ?? NO_EFFECTS, isDoomed };
  }, [events, models, effects, report, isStale]);
}

/** All events of a log, which is a short one; null until it is open. */
function useEvents(log: BoardLog): readonly LogEvent[] | null {
  const status = useSyncExternalStore(log.listen, log.status);
  const edition = status?.edition ?? null;
  const [held, setHeld] = useState<{ readonly edition: number; readonly events: readonly LogEvent[] } | null>(
    null,
  );
  useEffect(() => {
    if (edition === null) return;
    const window = log.open({ type: null, tags: [] });
    window.look(0, MOST_EVENTS);
    const read = () => {
      const view = window.view();
      if (view === null) return;
      const places = Array.from({ length: Math.min(view.count, MOST_EVENTS) }, (_, place) => place);
      setHeld({ edition, events: places.flatMap((place) => view.at(place) ?? []) });
    };
    read();
    const forget = window.listen(read);
    return () => {
      forget();
      window.close();
    };
  }, [log, edition]);
  // What was in a log before it was begun anew is not in it.
  return held?.edition === edition ? held.events : null;
}

const giving = new WeakMap<BoardLog, { readonly edition: number; readonly done: Promise<void> }>();

/** Gives what has happened already, where nothing has; once for each log that is begun, however often it is asked. */
export function giveBeginning(log: BoardLog, given: readonly GivenEvent[]): Promise<void> {
  const status = log.status();
  if (status === null || status.events > 0) return Promise.resolve();
  const known = giving.get(log);
  if (known?.edition === status.edition) return known.done;
  const done = (async () => {
    for (const event of given) await log.give(event, null);
  })();
  giving.set(log, { edition: status.edition, done });
  return done;
}
