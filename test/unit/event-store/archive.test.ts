import { describe, expect, it } from 'vitest';
import { exportStore } from '../../../src/event-store/export-store.ts';
import { importStore } from '../../../src/event-store/import-store.ts';
import { MemoryStore } from '../../../src/event-store/memory-store.ts';
import { readNdjson, splitLines } from '../../../src/event-store/ndjson.ts';
import type { EventStore } from '../../../src/event-store/port.ts';
import { collect, dexieStore, event, idsOf } from './stores-for-tests.ts';

const ADAPTERS: readonly [name: string, open: () => EventStore][] = [
  ['memory', () => new MemoryStore('test')],
  ['Dexie', () => dexieStore()],
];

const HEAD = '{"format":"ambit-events","version":1,"store":"test"}';
const eventLine = (position: number, more: object = {}) =>
  JSON.stringify({ event: { ...event(`e${position}`, 'Joined', ['course:1']), position, ...more } });
const endLine = (events: number, retaggings = 0) => JSON.stringify({ end: { events, retaggings } });

async function fill(store: EventStore): Promise<void> {
  await store.append([
    event('1', 'Joined', ['course:1'], {
      streams: ['Course-1'],
      actor: 'ann',
      data: { n: [1, null, 'ü\n'] },
    }),
    event('2', 'Left', ['course:2'], { streams: ['Course-1', 'Course-2'], correlationId: 'c', copyOf: '1' }),
  ]);
  await store.retag({
    id: 'r1',
    time: '2001-01-01T00:00:00Z',
    changes: [{ position: 1, add: ['student:1'], remove: ['course:1'] }],
  });
}

describe.each(ADAPTERS)('an archive of the %s store', (_, open) => {
  it('fills an empty store with the same log, streams and retaggings', async () => {
    const [from, to] = [open(), new MemoryStore('other')];
    await fill(from);
    const lines = await collect(exportStore(from));
    expect(await importStore(to, splitLines(lines))).toEqual({ kind: 'imported', events: 2, retaggings: 1 });
    expect(await collect(to.read('all'))).toEqual(await collect(from.read('all')));
    expect(await idsOf(to.read({ items: [{ types: [], tags: ['student:1'] }] }))).toEqual(['1']);
    expect(await to.readStream('Course-1')).toEqual(await from.readStream('Course-1'));
    expect(await to.listRetaggings()).toEqual(await from.listRetaggings());
  });

  it('is read into it so that it works on: versions, replays, undoing', async () => {
    const [from, to] = [new MemoryStore('other'), open()];
    await fill(from);
    await importStore(to, splitLines(await collect(exportStore(from))));
    const stale = await to.append([event('3', 'Left')], { streams: [{ stream: 'Course-1', version: 1 }] });
    expect(stale).toMatchObject({ kind: 'wrong-version', actual: 2 });
    expect(await to.append([event('2', 'Left')])).toMatchObject({ positions: [2], replayed: true });
    await to.undoRetagging('r1');
    expect(await idsOf(to.read({ items: [{ types: ['Joined'], tags: ['course:1'] }] }))).toEqual(['1']);
    expect(await to.append([event('3', 'Left')])).toMatchObject({ positions: [3] });
  });

  it('goes into an empty store only', async () => {
    const store = open();
    await fill(store);
    const lines = await collect(exportStore(store));
    expect(await importStore(store, splitLines(lines))).toEqual({ kind: 'not-empty' });
    expect(await store.lastPosition('all')).toBe(2);
  });

  it('with one bad line changes nothing', async () => {
    const store = open();
    const result = await importStore(store, [HEAD, eventLine(1), '{', endLine(1)]);
    expect(result).toMatchObject({ kind: 'bad-lines', lines: [{ line: 3 }] });
    expect(await store.lastPosition('all')).toBe(0);
  });

  it('of nothing is an archive too', async () => {
    const lines = await collect(exportStore(open()));
    expect(await importStore(open(), lines)).toEqual({ kind: 'imported', events: 0, retaggings: 0 });
  });

  it('is not written when tags change meanwhile', async () => {
    const store = open();
    await fill(store);
    const lines = exportStore(store);
    await lines.next();
    await store.undoRetagging('r1');
    await expect(collect(lines)).rejects.toThrow('were changed during the export');
  });
});

describe('a bad archive', () => {
  it.each<[what: string, line: number, reason: string, lines: readonly string[]]>([
    ['that is no JSON', 2, 'not JSON', [HEAD, 'so what', endLine(0)]],
    ['without a head', 1, 'has to start with its head', [eventLine(1), endLine(1)]],
    ['of another version', 1, 'version: must be 1', [HEAD.replace('1', '2'), endLine(0)]],
    ['of another kind', 1, 'one of format, event', ['[1]', endLine(0)]],
    [
      'with an event without a type',
      2,
      'event.type: must not be empty',
      [HEAD, eventLine(1, { type: '' }), endLine(0)],
    ],
    [
      'with data that is no object',
      2,
      'event.data: must be an object',
      [HEAD, eventLine(1, { data: [] }), endLine(0)],
    ],
    [
      'with an id twice',
      3,
      '"e1" stands here a second time',
      [HEAD, eventLine(1), eventLine(2, { id: 'e1' })],
    ],
    ['out of order', 3, 'has to stand before', [HEAD, eventLine(2), eventLine(1), endLine(2)]],
    ['that was cut off', 3, 'cut off', [HEAD, eventLine(1)]],
    ['with lines lost', 3, 'Lines are missing', [HEAD, eventLine(1), endLine(2)]],
    ['with lines behind its end', 3, 'behind the end', [HEAD, endLine(0), eventLine(1)]],
  ])('%s is told by line %i', async (_, line, reason, lines) => {
    const result = await importStore(new MemoryStore('test'), lines);
    if (result.kind !== 'bad-lines') throw new Error(result.kind);
    expect(result.lines[0]?.line).toBe(line);
    expect(result.lines[0]?.reason).toContain(reason);
  });

  it('with gaps between its positions is not bad: they are counted anew', async () => {
    const store = new MemoryStore('test');
    await importStore(store, [HEAD, eventLine(3), eventLine(7), endLine(2)]);
    expect((await collect(store.read('all'))).map(({ position }) => position)).toEqual([1, 2]);
  });
});

describe('NDJSON', () => {
  it('is cut into lines wherever the pieces end', async () => {
    expect(await collect(splitLines(['{"a"', ':1}\r', '\n\n[2', ']\n3']))).toEqual([
      '{"a":1}',
      '',
      '[2]',
      '3',
    ]);
  });

  it('may have blank lines and a byte order mark, which the line numbers count', async () => {
    const read = await collect(readNdjson(['\uFEFF1', ' ', '2']));
    expect(read).toEqual([
      { line: 1, value: 1 },
      { line: 3, value: 2 },
    ]);
  });
});
