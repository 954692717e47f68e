import { MemoryEventStore, Query, type SequencedEvent, SequencePosition, Tags } from '@dcb-es/event-store';
import { MemoryStore } from '../../src/event-store/memory-store.ts';
import type { NewEvent, Position } from '../../src/event-store/port.ts';
import { alternate, type Samples, type Step } from './store-page/alternate.ts';
import { askSubscriptions, countCourses, logEvent, subscribed } from './store-page/workload.ts';

/** An append to either store, made ready so that only the append itself is timed. */
interface MemoryContender {
  prepare(event: NewEvent, course: string, after: Position): Step;
}

/** Our memory store against that of @dcb-es/event-store: milliseconds per conditional append to a log that is so long. */
export async function measureMemory(events: number, rounds: number, appends: number): Promise<Samples> {
  const courses = countCourses(events);
  const log = Array.from({ length: events }, (_, place) => logEvent(place, courses));
  const contenders = { ours: await fillOurs(log), reference: fillReference(log) };
  const grown = new Map(
    Object.values(contenders).map((contender) => [contender, new Map<number, Position>()]),
  );
  return alternate(contenders, rounds, (contender, round) => {
    const lasts = grown.get(contender) ?? new Map<number, Position>();
    return Array.from({ length: appends }, (_, n) => {
      const course = n % courses;
      const after = lasts.get(course) ?? lastOf(course, events, courses);
      const position = events + round * appends + n + 1;
      lasts.set(course, position);
      return contender.prepare(subscribed(String(course), `new-${position}`), String(course), after);
    });
  });
}

/** Where the last subscription to a course stands in a log as it was filled. */
function lastOf(course: number, events: number, courses: number): Position {
  return events - 2 * courses + course + 1;
}

async function fillOurs(log: readonly NewEvent[]): Promise<MemoryContender> {
  const store = new MemoryStore('bench');
  await store.append(log);
  return {
    prepare: (event, course, after) => {
      const { query } = askSubscriptions(course);
      return async () => {
        const { kind } = await store.append([event], { query, after });
        if (kind !== 'appended') throw new Error(`Not appended: ${kind}`);
      };
    },
  };
}

function fillReference(log: readonly NewEvent[]): MemoryContender {
  const store = new MemoryEventStore(
    log.map((event, i): SequencedEvent => ({ event: translate(event), position: positionOf(i + 1) })),
  );
  return {
    prepare: (event, course, after) => {
      const failIfEventsMatch = Query.fromItems([
        { types: ['StudentSubscribed'], tags: Tags.from([`course:${course}`]) },
      ]);
      const command = {
        events: translate(event),
        condition: { failIfEventsMatch, after: positionOf(after) },
      };
      return async () => {
        await store.append(command);
      };
    },
  };
}

function translate({ id, type, data, tags, time }: NewEvent) {
  return { type, data, tags: Tags.from([...tags]), metadata: { id, time } };
}

function positionOf(position: Position): SequencePosition {
  return SequencePosition.fromString(String(position));
}
