import { describe, expect, it } from 'vitest';
import { compileModel } from '../../../../src/decision/compile.ts';
import { MemoryStore } from '../../../../src/event-store/memory-store.ts';
import type { Model } from '../../../../src/model/schema.ts';
import { type SaidIssue, sayIssued } from '../../../../src/panels/log/say-issued.ts';
import { InProcessLocks } from '../../../../src/runs/in-process-locks.ts';
import { issueCommand } from '../../../../src/runs/issue-command.ts';
import type { StrategyId } from '../../../../src/strategies/program.ts';

const MODEL: Model = {
  ambit: '1.0',
  name: 'Rooms',
  tags: { room: {}, guest: {} },
  events: {
    Booked: {
      fields: { room: 'string', guest: 'string' },
      tags: { room: 'event.room', guest: 'event.guest' },
    },
    RoomFull: { fields: { room: 'string' }, tags: { room: 'event.room' } },
  },
  constraints: {
    RoomIsFree: {
      parameters: { room: 'string' },
      projections: { taken: { tags: { room: 'room' }, initial: 0, on: { Booked: 'state + 1' } } },
      rule: 'taken < 1',
      message: 'Room {room} is taken',
    },
    Polite: {
      consistency: 'relaxed',
      projections: { all: { initial: 0, on: { Booked: 'state + 1' } } },
      rule: 'all < 3',
    },
    Broken: { parameters: { guest: 'string' }, rule: '1 / (size(guest) - 2) > 0' },
  },
  commands: {
    Book: {
      fields: { room: 'string', guest: 'string' },
      checks: ['RoomIsFree'],
      emits: ['Booked', { event: 'RoomFull' }],
    },
    BookPolitely: { fields: { room: 'string', guest: 'string' }, checks: ['Polite'], emits: ['Booked'] },
    BookBadly: { fields: { room: 'string', guest: 'string' }, checks: ['Broken'], emits: ['Booked'] },
    Knock: { fields: { room: 'string', guest: 'string' }, emits: [{ event: 'Booked', when: 'false' }] },
  },
  aggregates: {
    Room: { id: 'room', events: ['Booked', 'RoomFull'] },
    Guest: { id: 'guest', events: ['Booked'] },
  },
};
const compiled = compileModel(MODEL);

let store = new MemoryStore('s');
let runs = 0;

async function issue(
  command: string,
  booked: string,
  strategy: StrategyId,
  beforeAppend?: () => Promise<void>,
): Promise<SaidIssue> {
  const [room = '', guest = ''] = booked.split(' ');
  const run = await issueCommand(compiled, { command, data: { room, guest } }, strategy, {
    store,
    runId: `r${runs++}`,
    locks: new InProcessLocks(),
    now: () => 0,
    ...(beforeAppend && { beforeAppend }),
  });
  if ('unavailable' in run) throw new Error(run.unavailable);
  return sayIssued(run);
}

function meanwhile(booked: string, command = 'Book') {
  return async () => void (await issue(command, booked, 'unguarded'));
}

describe('what is told of a command that was issued by hand', () => {
  it('S2 is what was written, and where', async () => {
    store = new MemoryStore('s');
    expect(await issue('Book', 'r1 g1', 'tag-condition')).toEqual({
      finding: 'safe',
      isWritten: true,
      title: 'Accepted',
      lines: ['Booked at position 1, RoomFull at position 2.'],
    });
    expect(await issue('Knock', 'r1 g1', 'tag-condition')).toMatchObject({
      finding: null,
      isWritten: false,
      title: 'Accepted, and there was nothing to record',
    });
  });

  it('S2 is which constraints refuse it, in their own words', async () => {
    store = new MemoryStore('s');
    await issue('Book', 'r1 g1', 'unguarded');
    expect(await issue('Book', 'r1 g2', 'tag-condition')).toMatchObject({
      isWritten: false,
      title: 'Rejected',
      lines: ['RoomIsFree: Room r1 is taken.'],
    });
  });

  it('V2 is what came between, and what it would be by now', async () => {
    store = new MemoryStore('s');
    expect(await issue('Book', 'r1 g1', 'tag-condition', meanwhile('r1 g2'))).toEqual({
      finding: 'conflict',
      isWritten: false,
      title: 'Stopped, rightly',
      lines: [
        'It had read up to position 0. Then Booked came at position 1, which its decision needs.',
        'By then it would have been rejected: RoomIsFree: Room r1 is taken.',
        'Nothing was written. Issue it again, and it reads afresh.',
      ],
    });
  });

  it('V3 is that it was stopped for nothing', async () => {
    store = new MemoryStore('s');
    const said = await issue('Book', 'r1 g1', 'stream-version', meanwhile('r2 g1'));
    expect(said).toMatchObject({ finding: 'falseConflict', title: 'Stopped for nothing' });
    expect(said.lines.slice(0, 2)).toEqual([
      'It had read up to position 0. Then Booked came at position 1, which its decision does not need.',
      'The decision would have been the same.',
    ]);
  });

  it('V6 is that a rule is broken now', async () => {
    store = new MemoryStore('s');
    expect(await issue('Book', 'r1 g1', 'unguarded', meanwhile('r1 g2'))).toMatchObject({
      finding: 'missedConflict',
      isWritten: true,
      title: 'Written, and a rule is broken',
    });
  });

  it('V5 is that it was tolerated', async () => {
    store = new MemoryStore('s');
    await issue('Book', 'r1 g1', 'unguarded');
    await issue('Book', 'r2 g1', 'unguarded');
    const said = await issue('BookPolitely', 'r3 g1', 'tag-condition', meanwhile('r4 g4'));
    expect(said).toMatchObject({ finding: 'tolerated', title: 'Written, and a conflict was tolerated' });
  });

  it('S6 is that it ended half written, and what of it is there', async () => {
    store = new MemoryStore('s');
    await issue('Book', 'r1 g1', 'unguarded');
    expect(await issue('Book', 'r1 g2', 'stream-saga')).toEqual({
      finding: 'partial',
      isWritten: true,
      title: 'Half written',
      lines: [
        'Booked at position 3.',
        'The next stream, Room-r1, was refused.',
        'RoomIsFree: Room r1 is taken.',
      ],
    });
  });

  it('D7 is which expression failed, and where it stands', async () => {
    store = new MemoryStore('s');
    const said = await issue('BookBadly', 'r1 g1', 'tag-condition');
    expect(said).toMatchObject({ finding: 'error', isWritten: false, title: 'An expression failed' });
    expect(said.lines[0]).toMatch(/ in “1 \/ \(size\(guest\) - 2\) > 0” \(\/constraints\/Broken\/rule\)\.$/);
  });
});
