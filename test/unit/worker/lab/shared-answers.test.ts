import { expect, it, vi } from 'vitest';
import type { Watch } from '../../../../src/lab/engine.ts';
import { SharedAnswers } from '../../../../src/worker/lab/shared-answers.ts';

interface Answer {
  readonly text: string;
}

/** Work that ends when it is told to. */
function start() {
  const shared = new SharedAnswers<Answer, number>(2);
  const runs: { watch: Watch<number>; finish: (text: string) => void; fail: (error: Error) => void }[] = [];
  const work = vi.fn(
    (watch: Watch<number>) =>
      new Promise<Answer>((resolve, reject) => {
        runs.push({ watch, finish: (text) => resolve({ text }), fail: reject });
        watch.signal?.addEventListener('abort', () => reject(watch.signal?.reason));
      }),
  );
  const ask = (key: string, watch?: Watch<number>) => shared.ask(key, work, watch);
  return { ask, runs, work };
}

it('works once for all who ask the same, and remembers the answer', async () => {
  const { ask, runs, work } = start();
  const [one, other] = [ask('a'), ask('a')];
  runs[0]?.finish('done');
  expect(await one).toBe(await other);
  expect(await ask('a')).toBe(await one);
  expect(work).toHaveBeenCalledTimes(1);
});

it('tells everybody how far it is, and those who come later at once', async () => {
  const { ask, runs } = start();
  const [first, second] = [vi.fn(), vi.fn()];
  void ask('a', { onProgress: first });
  runs[0]?.watch.onProgress?.(1);
  void ask('a', { onProgress: second });
  runs[0]?.watch.onProgress?.(2);
  expect(first.mock.calls).toEqual([[1], [2]]);
  expect(second.mock.calls).toEqual([[1], [2]]);
});

it('gives the work up when the last one has lost interest, and not before', async () => {
  const { ask, runs } = start();
  const [one, other] = [new AbortController(), new AbortController()];
  const answers = Promise.allSettled([ask('a', { signal: one.signal }), ask('a', { signal: other.signal })]);
  one.abort(new Error('one'));
  await Promise.resolve();
  expect(runs[0]?.watch.signal?.aborted).toBe(false);
  other.abort(new Error('other'));
  expect((await answers).map((result) => result.status === 'rejected' && String(result.reason))).toEqual([
    'Error: one',
    'Error: other',
  ]);
  expect(runs[0]?.watch.signal?.aborted).toBe(true);
});

it('goes on where one loses interest and another asks in the same moment', async () => {
  const { ask, runs, work } = start();
  const stopping = new AbortController();
  const lost = ask('a', { signal: stopping.signal }).catch(String);
  stopping.abort(new Error('lost'));
  const kept = ask('a');
  expect(await lost).toBe('Error: lost');
  runs[0]?.finish('kept');
  expect(await kept).toEqual({ text: 'kept' });
  expect(work).toHaveBeenCalledTimes(1);
});

it('starts anew after it was given up, and after a failure', async () => {
  const { ask, runs, work } = start();
  const stopping = new AbortController();
  const lost = ask('a', { signal: stopping.signal });
  stopping.abort(new Error('lost'));
  await expect(lost).rejects.toThrow('lost');
  const failing = ask('a');
  runs[1]?.fail(new Error('broken'));
  await expect(failing).rejects.toThrow('broken');
  const last = ask('a');
  runs[2]?.finish('last');
  expect(await last).toEqual({ text: 'last' });
  expect(work).toHaveBeenCalledTimes(3);
});

it('forgets what was not asked for the longest', async () => {
  const { ask, runs, work } = start();
  for (const [index, key] of ['a', 'b', 'c'].entries()) {
    const answer = ask(key);
    runs[index]?.finish(key);
    await answer;
    if (key === 'b') await ask('a');
  }
  await ask('a');
  await ask('c');
  expect(work).toHaveBeenCalledTimes(3);
  void ask('b');
  expect(work).toHaveBeenCalledTimes(4);
});

it('rejects at once when the signal has spoken before', async () => {
  const { ask, work } = start();
  await expect(ask('a', { signal: AbortSignal.abort(new Error('too late')) })).rejects.toThrow('too late');
  expect(work).not.toHaveBeenCalled();
});
