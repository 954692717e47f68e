import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Board } from '../../../src/board/board.ts';
import { createMemoryBoard } from '../../../src/board/sync/memory-board.ts';
import type { JsonObject } from '../../../src/lib/json.ts';
import { analyse } from '../../../src/worker/analyse.ts';
import { createAnalysisSource } from '../../../src/worker/analysis-source.ts';
import type { WorkerClient } from '../../../src/worker/worker-client.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function start(work: (document: JsonObject) => unknown = analyse) {
  const board = createMemoryBoard({ ambit: '1.0', name: 'Board' });
  const asked: string[] = [];
  const request = async (_: string, document: JsonObject) => {
    asked.push(String(document['name']));
    await new Promise((resolve) => setTimeout(resolve, 50));
    return work(document);
  };
  const source = createAnalysisSource(board, { request } as unknown as WorkerClient);
  return { board, asked, source };
}

function type(board: Board, name: string): void {
  board.edit('Rename', (document) => ({ ...document, name }));
}

it('has an analysis soon after a board was opened, of that very document', async () => {
  const { board, source } = start();
  expect(source.state()).toBeNull();
  await vi.advanceTimersByTimeAsync(60);
  expect(source.state()?.document).toBe(board.state().document);
});

it('waits until typing pauses, and then takes the latest document', async () => {
  const { board, asked, source } = start();
  const listener = vi.fn();
  await vi.advanceTimersByTimeAsync(60);
  source.listen(listener);
  for (const name of ['a', 'ab', 'abc']) {
    type(board, name);
    await vi.advanceTimersByTimeAsync(100);
  }
  await vi.advanceTimersByTimeAsync(200);
  expect(asked).toEqual(['Board', 'abc']);
  expect(listener).toHaveBeenCalledTimes(1);
  expect(source.state()?.document).toBe(board.state().document);
});

it('asks again for what was typed while the worker was busy', async () => {
  const { board, asked, source } = start();
  type(board, 'meanwhile');
  await vi.advanceTimersByTimeAsync(500);
  expect(asked).toEqual(['Board', 'meanwhile']);
  expect(source.state()?.document['name']).toBe('meanwhile');
});

it('does not ask about drafts', async () => {
  const { board, asked } = start();
  board.draft('event:Opened', 'Ope');
  await vi.advanceTimersByTimeAsync(500);
  expect(asked).toEqual(['Board']);
});

it('keeps the last analysis when a worker dies, and asks a new one after the next edit', async () => {
  let isDead = true;
  const { board, source } = start((document) => {
    if (isDead) throw new Error('died');
    return analyse(document);
  });
  await vi.advanceTimersByTimeAsync(100);
  expect(source.state()).toBeNull();
  isDead = false;
  type(board, 'again');
  await vi.advanceTimersByTimeAsync(500);
  expect(source.state()?.document['name']).toBe('again');
});

it('says nothing any more once it is closed', async () => {
  const { board, asked, source } = start();
  source.close();
  type(board, 'later');
  await vi.advanceTimersByTimeAsync(500);
  expect(asked).toEqual(['Board']);
  expect(source.state()).toBeNull();
});
