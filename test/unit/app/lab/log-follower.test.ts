import { describe, expect, it } from 'vitest';
import { LogFollower } from '../../../../src/app/lab/log-follower.ts';
import { MemoryStore } from '../../../../src/event-store/memory-store.ts';
import type { NewEvent } from '../../../../src/event-store/port.ts';
import type { LogFilter, LogView } from '../../../../src/lab/live-log.ts';

const ALL: LogFilter = { type: null, tags: [] };

let ids = 0;
function event(type: string, ...tags: readonly string[]): NewEvent {
  return { id: `e${ids++}`, type, tags, data: { number: ids }, time: '2024-01-01T00:00:00Z' };
}

/** Every third event is a B, and carries `t:b`. */
async function fill(store: MemoryStore, count: number): Promise<void> {
  const events = Array.from({ length: count }, (_, index) =>
    index % 3 === 2 ? event('B', 't:b', 'u:1') : event('A', 'u:1'),
  );
  await store.append(events);
}

/** The first view of which something holds. */
async function until(window: LogFollower, holds: (view: LogView) => boolean): Promise<LogView> {
  const found = window.view();
  if (found && holds(found)) return found;
  return new Promise((resolve) => {
    const forget = window.listen(() => {
      const view = window.view();
      if (view === null || !holds(view)) return;
      forget();
      resolve(view);
    });
  });
}

function positions(view: LogView, from: number, to: number): readonly (number | undefined)[] {
  return Array.from({ length: to - from }, (_, index) => view.at(from + index)?.position);
}

describe('a log that is followed', () => {
  it('has its end at hand first, and the rest when one looks there', async () => {
    const store = new MemoryStore('s');
    await fill(store, 1000);
    const window = new LogFollower(Promise.resolve(store), ALL);
    const first = await until(window, () => true);
    expect(first).toMatchObject({ count: 1000, isCounting: false, prepended: 0, failure: null });
    expect(positions(first, 997, 1001)).toEqual([998, 999, 1000, undefined]);
    expect(first.at(10)).toBeUndefined();
    window.look(8, 12);
    const second = await until(window, (view) => view.at(10) !== undefined);
    expect(positions(second, 8, 12)).toEqual([9, 10, 11, 12]);
    expect(positions(second, 998, 1000)).toEqual([999, 1000]);
    window.close();
  });

  it('shows what is appended as it comes', async () => {
    const store = new MemoryStore('s');
    const window = new LogFollower(Promise.resolve(store), ALL);
    expect((await until(window, () => true)).count).toBe(0);
    await fill(store, 3);
    const view = await until(window, ({ count }) => count === 3);
    expect(positions(view, 0, 3)).toEqual([1, 2, 3]);
    window.close();
  });

  it('asks the store for what matches a filter, the last ones first, and counts the others', async () => {
    const store = new MemoryStore('s');
    await fill(store, 3000);
    const window = new LogFollower(Promise.resolve(store), { type: 'B', tags: ['t:b'] });
    const first = await until(window, () => true);
    expect(first).toMatchObject({ count: 300, isCounting: true, prepended: 0 });
    expect(positions(first, 298, 300)).toEqual([2997, 3000]);
    const counted = await until(window, ({ isCounting }) => !isCounting);
    expect(counted).toMatchObject({ count: 1000, prepended: 700 });
    expect(positions(counted, 998, 1000)).toEqual([2997, 3000]);
    window.look(0, 2);
    const start = await until(window, (view) => view.at(0) !== undefined);
    expect(positions(start, 0, 2)).toEqual([3, 6]);
    window.close();
  });

  it('follows what matches, and nothing else', async () => {
    const store = new MemoryStore('s');
    await fill(store, 6);
    const window = new LogFollower(Promise.resolve(store), { type: null, tags: ['t:b', 'u:1'] });
    expect(positions(await until(window, () => true), 0, 3)).toEqual([3, 6, undefined]);
    await store.append([event('A', 'u:1'), event('C', 'u:1', 't:b')]);
    const view = await until(window, ({ count }) => count === 3);
    expect(positions(view, 0, 3)).toEqual([3, 6, 8]);
    window.close();
  });

  it('keeps only some at hand, however much one looks through', async () => {
    const store = new MemoryStore('s');
    await fill(store, 9000);
    const window = new LogFollower(Promise.resolve(store), ALL);
    await until(window, () => true);
    for (let from = 0; from < 9000; from += 200) {
      window.look(from, from + 100);
      await until(window, (view) => view.at(from) !== undefined && view.at(from + 99) !== undefined);
    }
    const view = await until(window, () => true);
    const atHand = positions(view, 0, 9000).filter((position) => position !== undefined).length;
    expect(atHand).toBeLessThan(4000);
    expect(view.at(8999)?.position).toBe(9000);
    window.close();
  });

  it('says why it cannot be followed any more', async () => {
    const window = new LogFollower(Promise.reject(new Error('The disk is gone')), ALL);
    expect((await until(window, () => true)).failure).toBe('The disk is gone');
  });

  it('tells nobody anything once it is closed', async () => {
    const store = new MemoryStore('s');
    const window = new LogFollower(Promise.resolve(store), ALL);
    await until(window, () => true);
    let told = 0;
    window.listen(() => told++);
    window.close();
    await fill(store, 3);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(told).toBe(0);
  });
});
