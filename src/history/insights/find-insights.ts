import type { PastEvent } from '../past-event.ts';
import { findHotInstances, findHubs, findSameThings } from './find-concepts.ts';
import { findEndings } from './find-endings.ts';
import { findOneFact } from './find-one-fact.ts';
import { findNextSteps, findPaths } from './find-paths.ts';
import { findBusyTimes, findWhenTheyWork, findWhoDoesWhat, hourOf, weekdayOf } from './find-people.ts';
import { type Frequency, INSIGHT_KINDS, type Insight, type Insights, MOST_OF_A_KIND } from './insight.ts';
import { type SeenLog, seeLog } from './seen-log.ts';

const FINDERS: readonly ((log: SeenLog) => readonly Insight[])[] = [
  findOneFact,
  findPaths,
  findNextSteps,
  findEndings,
  findHotInstances,
  findSameThings,
  findHubs,
  findWhoDoesWhat,
  findWhenTheyWork,
  findBusyTimes,
];

/**
 * What a log shows about the system behind it, each with its evidence and a next step. The events are in the order of
 * their times. Equal logs give equal insights. Yields how much is done, from 0 to 1.
 */
export function* findInsights(events: readonly PastEvent[]): Generator<{ readonly share: number }, Insights> {
  const log = seeLog(events);
  const found: Insight[] = [];
  for (const [index, find] of FINDERS.entries()) {
    yield { share: (index + 1) / (FINDERS.length + 1) };
    found.push(...find(log));
  }
  return {
    events: events.length,
    from: events[0]?.time ?? null,
    until: events.at(-1)?.time ?? null,
    frequency: countFrequency(log),
    insights: INSIGHT_KINDS.flatMap((kind) =>
      found
        .filter((insight) => insight.kind === kind)
        .sort((a, b) => b.strength - a.strength)
        .slice(0, MOST_OF_A_KIND),
    ),
  };
}

function countFrequency({ events, types }: SeenLog): Frequency {
  const week = Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
  for (const { time } of events) {
    const day = week[weekdayOf(time)];
    if (day) day[hourOf(time)] = (day[hourOf(time)] ?? 0) + 1;
  }
  const counts = [...types].map(([name, count]) => ({ name, count }));
  return { types: counts.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)), week };
}
