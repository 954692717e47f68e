import { describe, expect, it } from 'vitest';
import { compileModel } from '../../../src/decision/compile.ts';
import { joinAttachments } from '../../../src/event-store/join-attachments.ts';
import { MemoryStore } from '../../../src/event-store/memory-store.ts';
import {
  claimTask,
  endTask,
  listDone,
  listOpen,
  listTasksOf,
  type Task,
} from '../../../src/event-store/outbox.ts';
import type { EventStore, StoredEvent } from '../../../src/event-store/port.ts';
import { projectInAppend } from '../../../src/event-store/project-in-append.ts';
import { SimulatedSystem } from '../../../src/event-store/simulated-system.ts';
import { readReaction } from '../../../src/lib/reaction-id.ts';
import type { IssuedCommand } from '../../../src/model/schema.ts';
import { attachTo } from '../../../src/runs/attached-store.ts';
import { InProcessLocks } from '../../../src/runs/in-process-locks.ts';
import { issueCommand } from '../../../src/runs/issue-command.ts';
import { issueReaction } from '../../../src/runs/issue-reaction.ts';
import { projectorsOf } from '../../../src/runs/project-read-model.ts';
import { attachTasks, LONGEST_CHAIN } from '../../../src/runs/side-effects.ts';

const model = compileModel({
  ambit: '1.0',
  name: 'Post',
  tags: { letter: {} },
  events: {
    Written: { fields: { letter: 'string' }, tags: { letter: 'event.letter' } },
    Stamped: { fields: { letter: 'string' }, tags: { letter: 'event.letter' } },
    Turned: { fields: { letter: 'string', turns: 'int' } },
  },
  constraints: {
    NotStamped: {
      parameters: { letter: 'string' },
      projections: { stamps: { tags: { letter: 'letter' }, initial: 0, on: { Stamped: 'state + 1' } } },
      rule: 'stamps == 0',
    },
  },
  commands: {
    Write: { fields: { letter: 'string' }, emits: ['Written'] },
    Stamp: { fields: { letter: 'string' }, checks: ['NotStamped'], emits: ['Stamped'] },
    Turn: { fields: { letter: 'string', turns: 'int' }, emits: ['Turned'] },
  },
  policies: {
    'Stamp it / >': { on: ['Written'], issues: 'Stamp', with: { letter: 'event.letter' } },
    'Stamp again': { on: ['Written'], issues: 'Stamp', with: { letter: 'event.letter' } },
    Round: {
      on: ['Turned'],
      when: '10 / event.turns >= 0',
      issues: 'Turn',
      with: { letter: 'event.letter', turns: 'event.turns' },
    },
  },
  readModels: { Stamps: { key: 'event.letter', initial: 0, on: { Stamped: 'state + 1' }, mode: 'sync' } },
  externalSystems: { Post: { on: ['Stamped'], task: 'Carry it', after: 'Stamps' } },
});

const TIME = '2000-01-01T00:00:00Z';
const locks = new InProcessLocks();
const now = () => 0;
let runs = 0;

async function give(store: EventStore, command: string, data: IssuedCommand['data']): Promise<void> {
  const attachment = joinAttachments([projectInAppend(projectorsOf(model, 'sync')), attachTasks(model)]);
  const options = { store: attachTo(store, attachment), runId: `run-${runs++}`, locks, now };
  const run = await issueCommand(model, { command, data, now: TIME }, 'tag-condition', options);
  if ('unavailable' in run) throw new Error(run.unavailable);
}

function doCommand(store: EventStore, task: Task) {
  const beside = projectInAppend(projectorsOf(model, 'sync'));
  return issueReaction(model, task, 'tag-condition', { store, locks, now, time: TIME, beside });
}

/** Does the commands of policies until none is left, and answers with how each ended. */
async function doAll(store: EventStore): Promise<readonly string[]> {
  const ends: string[] = [];
  for (;;) {
    const open = await listOpen(store);
    const task = open.find(({ kind, state }) => kind === 'command' && state === 'waiting');
    const claimed = task && (await claimTask(store, task));
    if (!claimed) return ends;
    const end = await doCommand(store, claimed);
    if (end.kind === 'decided') await endTask(store, claimed, { ...claimed, note: end.note });
    ends.push(end.kind === 'written' ? end.kind : end.note);
  }
}

async function read(store: EventStore): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const event of store.read('all')) events.push(event);
  return events;
}

describe('What an append leads to', () => {
  it('is written with the events: tasks of systems and commands of policies', async () => {
    const store = new MemoryStore('s');
    await give(store, 'Write', { letter: 'l1' });
    expect((await listOpen(store)).map(({ by, state, after }) => [by, state, after])).toEqual([
      ['Stamp again', 'waiting', null],
      ['Stamp it / >', 'waiting', null],
    ]);
  });

  it('is not written again by a replay, nor by an import', async () => {
    const store = new MemoryStore('s');
    await give(store, 'Write', { letter: 'l1' });
    const [event] = await read(store);
    if (event === undefined) throw new Error('nothing was written');
    const { position: _, ...again } = event;
    await store.append([again], undefined, attachTasks(model));
    expect(await listOpen(store)).toHaveLength(2);
    const other = new MemoryStore('t');
    await other.restore({ events: [again], retaggings: [] });
    expect(await listOpen(other)).toEqual([]);
  });

  it('is done once per event and policy, and says why its events are there', async () => {
    const store = new MemoryStore('s');
    await give(store, 'Write', { letter: 'l1' });
    expect(await doAll(store)).toEqual(['written', 'Rejected: NotStamped']);
    const [written, stamped] = await read(store);
    expect(readReaction(stamped?.causationId)).toEqual({ eventId: written?.id, policy: 'Stamp again' });
    expect(stamped?.correlationId).toBe(written?.correlationId);
    expect((await listTasksOf(store, 1)).map(({ by, state, wrote }) => [by, state, wrote])).toEqual([
      ['Stamp again', 'done', [2]],
      ['Stamp it / >', 'done', []],
    ]);
    expect((await store.listRows('rows:Stamps')).map(({ key, value }) => [key, value])).toEqual([['l1', 1]]);
    expect((await listOpen(store)).map(({ by, after }) => [by, after])).toEqual([['Post', 'Stamps']]);
  });

  it('is not done twice when two pages issue it: its events have the same ids', async () => {
    const store = new MemoryStore('s');
    await give(store, 'Turn', { letter: 'l1', turns: 1 });
    const [task] = await listOpen(store);
    const claimed = task && (await claimTask(store, task));
    if (!claimed) throw new Error('there is no task');
    expect(await claimTask(store, task)).toBeNull();
    expect((await doCommand(store, claimed)).kind).toBe('written');
    await expect(doCommand(store, claimed)).rejects.toThrow('was on the store before');
    expect(await read(store)).toHaveLength(2);
    expect(await listDone(store, 0, 10)).toHaveLength(1);
  });

  it('ends when policies go round in a circle, and says so', async () => {
    const store = new MemoryStore('s');
    await give(store, 'Turn', { letter: 'l1', turns: 1 });
    const ends = await doAll(store);
    expect(ends).toHaveLength(LONGEST_CHAIN);
    const [last] = await listOpen(store);
    expect(last).toMatchObject({ state: 'stopped', by: 'Round' });
    expect(last?.note).toContain('taken for a loop');
  });

  it('is stopped where the policy’s expression fails, with its place; the event stays', async () => {
    const store = new MemoryStore('s');
    await give(store, 'Turn', { letter: 'l1', turns: 0 });
    expect(await read(store)).toHaveLength(1);
    const [task] = await listOpen(store);
    expect(task).toMatchObject({ state: 'stopped', by: 'Round' });
    expect(task?.note).toContain('/policies/Round/when');
  });
});

describe('A simulated system', () => {
  it('does a task once, however often it is asked', async () => {
    const store = new MemoryStore('s');
    const post = new SimulatedSystem(store, 'Post');
    expect([await post.ask('a'), await post.ask('b'), await post.ask('a')]).toEqual([
      'Post-1',
      'Post-2',
      'Post-1',
    ]);
    expect(await post.countDone()).toBe(2);
  });
});
