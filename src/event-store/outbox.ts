import type { Json } from '../lib/json.ts';
import type { EventStore, Position, Row, RowRef, RowWrites } from './port.ts';

/** Something to be done once because of an event: it is written with the event, and never by a replay or a rebuild. */
export interface Task {
  /** The event's id, and who has it to do: whoever is asked can tell by it that he was asked before. */
  readonly id: string;
  readonly kind: string;
  /** Who has it to do. */
  readonly by: string;
  readonly eventId: string;
  readonly eventType: string;
  readonly position: Position;
  readonly correlationId: string;
  /** Of a chain of things done because of each other, the how manieth this is, from 1. */
  readonly depth: number;
  /** Whose rows have to have come as far as the event first. */
  readonly after: string | null;
  readonly request: Json;
  /** `running`: somebody has begun, and may be gone. `stopped`: it is never done. */
  readonly state: 'waiting' | 'running' | 'failed' | 'stopped' | 'done';
  readonly attempts: number;
  /** What became of it, in a sentence. */
  readonly note: string | null;
  /** The positions of the events that were appended in doing it. */
  readonly wrote: readonly Position[];
}

const OPEN = 'tasks';
const DONE = 'tasks-done';

/** Where a task lies: in the order of the log. */
export function keyOfTask({ position, kind, by }: Pick<Task, 'position' | 'kind' | 'by'>): string {
  return `${beginKey(position)}${kind} ${by}`;
}

function beginKey(position: Position): string {
  return `${String(position).padStart(15, '0')} `;
}

/** Tasks as rows, to be written with their events. */
export function toRows(tasks: readonly Task[]): readonly Row[] {
  return tasks.map((task) => ({ shelf: OPEN, key: keyOfTask(task), value: task as unknown as Json }));
}

/** The row of a task that is not done. */
export function openRef(task: Task): RowRef {
  return { shelf: OPEN, key: keyOfTask(task) };
}

/** What to write where a task is done. */
export function finishTask(task: Task): RowWrites & { readonly put: readonly Row[] } {
  const value = { ...task, state: 'done' } as unknown as Json;
  return { remove: [openRef(task)], put: [{ shelf: DONE, key: keyOfTask(task), value }] };
}

type TaskStore = Pick<EventStore, 'listRows' | 'changeRows'>;

/** The tasks that are not done, in the order of the log. */
export async function listOpen(store: TaskStore, limit = 500): Promise<readonly Task[]> {
  return (await store.listRows(OPEN, { limit })).map(({ value }) => value as unknown as Task);
}

/** The tasks that are done, behind a position. */
export async function listDone(store: TaskStore, after: Position, limit: number): Promise<readonly Task[]> {
  const rows = await store.listRows(DONE, { after: `${beginKey(after)}~`, limit });
  return rows.map(({ value }) => value as unknown as Task);
}

/** All tasks of the event at a position, done or not. */
export async function listTasksOf(store: TaskStore, position: Position): Promise<readonly Task[]> {
  const options = { after: beginKey(position), limit: 100 };
  const rows = [...(await store.listRows(DONE, options)), ...(await store.listRows(OPEN, options))];
  return rows.map(({ value }) => value as unknown as Task).filter((task) => task.position === position);
}

/** Takes a task as one's own to do; null where it is not as it was, so that somebody else has it or it is done. */
export async function claimTask(store: TaskStore, task: Task): Promise<Task | null> {
  const claimed: Task = { ...task, state: 'running', attempts: task.attempts + 1, note: null };
  return (await changeTask(store, task, claimed)) ? claimed : null;
}

/** Puts a task that is not done into another state; false where it is not as it was. */
export function changeTask(store: TaskStore, task: Task, next: Task): Promise<boolean> {
  const expect = [{ ...openRef(task), value: task as unknown as Json }];
  return store.changeRows({ expect, put: toRows([next]) });
}

/** Ends a task, and writes what else goes with that, in one transaction; false where it is not as it was. */
export function endTask(
  store: TaskStore,
  task: Task,
  next: Task,
  put: readonly Row[] = [],
): Promise<boolean> {
  const expect = [{ ...openRef(task), value: task as unknown as Json }];
  const done = finishTask(next);
  return store.changeRows({ ...done, expect, put: [...done.put, ...put] });
}
