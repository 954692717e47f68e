import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileModel } from '../../../../src/decision/compile.ts';
import { decide } from '../../../../src/decision/decide.ts';
import { prepareCommand } from '../../../../src/decision/prepare.ts';
import type { InsightKind } from '../../../../src/history/insights/insight.ts';
import type { PastEvent } from '../../../../src/history/past-event.ts';
import { parseModel } from '../../../../src/model/parse.ts';
import { past } from '../../../helpers/past-events.ts';
import { plantedLog, seeAll, shuffled } from '../../../helpers/planted-log.ts';

const planted = seeAll(plantedLog());

function sentences(kind: InsightKind, insights = planted.insights): readonly string[] {
  return insights.filter((insight) => insight.kind === kind).map(({ sentence }) => sentence);
}

describe('what was planted is found', () => {
  it('a fact that was written down twice', () => {
    expect(sentences('oneFact')).toEqual([
      'OrderPaid and PaymentBooked come together with the same data: maybe one event, written down twice.',
    ]);
    const [dual] = planted.insights;
    expect(dual?.strength).toBe(1);
    expect(dual?.evidence.counts[0]).toEqual({ name: 'together', count: 117 });
    expect(dual?.evidence.events).toHaveLength(4);
  });

  it('the path that most orders take', () => {
    expect(sentences('commonPath')[0]).toBe(
      '91 % of all “order” streams go one way: OrderPlaced → OrderPaid → OrderShipped → OrderClosed.',
    );
  });

  it('the few that leave it', () => {
    expect(sentences('detour')).toContain(
      'After OrderPlaced in “order” streams usually comes OrderPaid; 3 times of 120 it was OrderCancelled.',
    );
  });

  it('orders that never end', () => {
    expect(sentences('neverEnds')[0]).toMatch(/^\d+ “order” streams never end: others end with OrderClosed/);
  });

  it('the concept that another one is a part of', () => {
    expect(sentences('sameThing')).toContain(
      'Each “order” always comes with the same “customer”, as if it were a part of it.',
    );
  });

  it('who does what, and when', () => {
    expect(sentences('whoDoesWhat')).toEqual(['100 % of all OrderShipped are dora’s.']);
    expect(sentences('whenTheyWork')).toEqual(['dora works between 20:00 and 04:00 UTC, unlike the others.']);
  });

  it('each with a strength, a few events and a next step', () => {
    const ids = new Set(plantedLog().map(({ id }) => id));
    for (const { strength, evidence, next, sentence } of planted.insights) {
      expect(strength, sentence).toBeGreaterThan(0);
      expect(strength, sentence).toBeLessThanOrEqual(1);
      expect(next).toMatch(/\.$|\?$/);
      expect(evidence.counts.length).toBeGreaterThan(1);
      for (const id of evidence.events) expect(ids).toContain(id);
    }
  });

  it('and survives being written as JSON', () => {
    expect(JSON.parse(JSON.stringify(planted))).toEqual(planted);
  });
});

describe('further patterns', () => {
  const spread = (count: number, make: (at: number) => Partial<PastEvent>) =>
    Array.from({ length: count }, (_, at) => past('Moved', at * 3_700_000, { id: `e${at}`, ...make(at) }));

  it('an instance with far more events than the others', () => {
    const log = spread(200, (at) => ({ tags: [at % 2 === 0 ? 'case:hot' : `case:${at % 23}`] }));
    expect(sentences('hotInstance', seeAll(log).insights)).toEqual([
      'case:hot has 100 events where one “case” usually has 4.',
    ]);
  });

  it('a tag that every event carries', () => {
    const log = spread(50, (at) => ({ tags: ['repo:one', `case:${at}`] }));
    expect(sentences('hub', seeAll(log).insights)).toEqual([
      'Every event carries repo:one: as a stream it would be one log again.',
    ]);
  });

  it('busy hours', () => {
    const log = Array.from({ length: 200 }, (_, at) =>
      past('Moved', Math.floor(at / 10) * 86_400_000 + (9 + (at % 10) / 2) * 3_600_000),
    );
    expect(sentences('busyTimes', seeAll(log).insights)).toEqual([
      'Most happens between 09:00 and 17:00 UTC.',
    ]);
  });

  it('how often each type comes, and when in the week', () => {
    // 1970-01-01 was a Thursday.
    const { frequency } = seeAll([past('A', 0), past('B', 1), past('B', 3_600_000)]);
    expect(frequency.types).toEqual([
      { name: 'B', count: 2 },
      { name: 'A', count: 1 },
    ]);
    expect(frequency.week[3]?.slice(0, 3)).toEqual([2, 1, 0]);
  });

  it('nothing in an empty log', () => {
    expect(seeAll([])).toMatchObject({ events: 0, from: null, until: null, insights: [] });
  });
});

it('finds the dual event of the library', () => {
  const log = runLibrary();
  expect(log.length).toBeGreaterThan(40);
  expect(sentences('oneFact', seeAll(log).insights)).toEqual([
    'BookEditionStarted and EditionStarted come together with the same data: maybe one event, written down twice.',
  ]);
});

/** What the commands of the shipped library write, each in a transaction. */
function runLibrary(): readonly PastEvent[] {
  const source = readFileSync('public/models/library-dual-events.ambit.json');
  const { model } = parseModel(source);
  if (model === null) throw new Error('the library cannot be read');
  const compiled = compileModel(model);
  const log: PastEvent[] = [];
  const issue = (command: string, data: PastEvent['data'], time: number) => {
    const prepared = prepareCommand(compiled, { command, data });
    if (typeof prepared === 'string') throw new Error(prepared);
    const record = log.map((event) => ({ ...event, time: new Date(event.time).toISOString() }));
    const decision = decide(compiled, prepared, record);
    if (decision.kind !== 'accepted') throw new Error(`${command} is ${decision.kind}`);
    for (const { type, data: stored, tags } of decision.events) {
      log.push(past(type, time, { id: `${log.length}`, data: stored, tags, correlation: `${time}` }));
    }
  };
  issue('OpenCategory', { categoryId: 'k' }, 0);
  for (let book = 1; book <= 12; book++) {
    const bookId = `b${book}`;
    const time = book * 86_400_000;
    issue('AddBook', { bookId, categoryId: 'k' }, time);
    issue('StartFirstEdition', { bookId, editionId: `${bookId}-1` }, time + 60_000);
    issue('PublishEdition', { editionId: `${bookId}-1` }, time + 120_000);
  }
  return log;
}

it('finds nothing of it in the same log with everything dealt anew', () => {
  expect(seeAll(shuffled(plantedLog(), 7)).insights).toEqual([]);
});
