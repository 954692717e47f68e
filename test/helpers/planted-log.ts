import { findInsights } from '../../src/history/insights/find-insights.ts';
import type { Insights } from '../../src/history/insights/insight.ts';
import type { PastEvent } from '../../src/history/past-event.ts';
import { seededRandom } from '../../src/lib/seeded-random.ts';
import { past } from './past-events.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ORDERS = 120;
const CLERKS = ['ann', 'bob', 'cem', 'eve'];

/**
 * A shop's log with something of everything in it: a fact written down twice (OrderPaid and PaymentBooked), a path,
 * three orders that leave it, eight that never end, customers that orders belong to, and dora, who ships by night.
 */
export function plantedLog(seed = 1): readonly PastEvent[] {
  const random = seededRandom(seed);
  const events: PastEvent[] = [];
  for (let order = 0; order < ORDERS; order++) {
    const tags = [`order:o${order}`, `customer:c${order % 20}`];
    const actor = CLERKS[order % CLERKS.length] ?? '';
    let time = Math.floor(random() * 60 * DAY);
    const add = (type: string, data: PastEvent['data'], who = actor, more: Partial<PastEvent> = {}) =>
      events.push(past(type, time, { tags, actor: who, data, id: `${type}-${order}`, ...more }));
    add('OrderPlaced', { order, items: Math.floor(random() * 1000) });
    time += Math.floor((1 + random()) * 5 * HOUR);
    if (order < 3) {
      add('OrderCancelled', { order, reason: `r${order}` });
      continue;
    }
    const paid = { order, amount: Math.floor(random() * 100_000) };
    add('OrderPaid', paid);
    add('PaymentBooked', paid, actor, { tags: [`payment:p${order}`] });
    if (order < 11) continue;
    time = (Math.floor(time / DAY) + 1) * DAY + 20 * HOUR + Math.floor(random() * 6 * HOUR);
    add('OrderShipped', { order, parcel: Math.floor(random() * 100_000) }, 'dora');
    time += Math.floor((1 + random()) * 20 * HOUR);
    add('OrderClosed', { order, at: time });
  }
  return events.sort((a, b) => a.time - b.time);
}

/** The same log with its times, types, actors, tags and data dealt anew, each for itself. */
export function shuffled(events: readonly PastEvent[], seed: number): readonly PastEvent[] {
  const random = seededRandom(seed);
  const deal = <T>(values: readonly T[]): readonly T[] =>
    values
      .map((value) => ({ value, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ value }) => value);
  const types = deal(events.map(({ type }) => type));
  const actors = deal(events.map(({ actor }) => actor));
  const tags = deal(events.map((event) => event.tags));
  const data = deal(events.map((event) => event.data));
  return events.map((event, at) => ({
    ...event,
    time: Math.floor((at * 60 * DAY) / events.length),
    type: types[at] ?? '',
    actor: actors[at] ?? null,
    // Tags of one concept belong together only by chance, too.
    tags: (tags[at] ?? []).map((tag) => tag.replace(/^(customer:).*/, `$1c${Math.floor(random() * 20)}`)),
    data: data[at] ?? {},
  }));
}

/** All insights of a log, without the progress. */
export function seeAll(events: readonly PastEvent[]): Insights {
  const steps = findInsights(events);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
