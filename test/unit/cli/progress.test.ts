import { describe, expect, it } from 'vitest';
import type { Io } from '../../../src/cli/io.ts';
import { runWithProgress } from '../../../src/cli/progress.ts';

function* count(to: number): Generator<number, string> {
  for (let step = 1; step <= to; step++) yield step;
  return 'done';
}

/** Runs as many steps as are asked for, each of which takes so many milliseconds. */
async function run(steps: number, { msPerStep, errIsTty }: { msPerStep: number; errIsTty: boolean }) {
  let written = '';
  let time = 0;
  let pauses = 0;
  const io = {
    err: (text: string) => {
      written += text;
    },
    now: () => time,
    pause: async () => {
      pauses += 1;
    },
    errIsTty,
    columns: 20,
  } satisfies Partial<Io>;
  function* slow() {
    const inner = count(steps);
    for (;;) {
      time += msPerStep;
      const step = inner.next();
      if (step.done) return step.value;
      yield step.value;
    }
  }
  const result = await runWithProgress(
    slow(),
    io as unknown as Io,
    (step) => `step ${step} of many, many more`,
  );
  return { result, written, pauses };
}

describe('progress', () => {
  it('is silent for a second', async () => {
    expect(await run(9, { msPerStep: 100, errIsTty: true })).toMatchObject({ result: 'done', written: '' });
  });

  it('is one line on a terminal, cut to its width and erased in the end', async () => {
    const { written } = await run(12, { msPerStep: 100, errIsTty: true });
    expect(written).toBe('\r\u001b[2Kstep 11 of many, ma\r\u001b[2Kstep 12 of many, ma\r\u001b[2K');
  });

  it('is a line every five seconds elsewhere', async () => {
    const { written } = await run(22, { msPerStep: 500, errIsTty: false });
    expect(written).toBe('step 3 of many, many more\nstep 13 of many, many more\n');
  });

  it('lets signals through, but not after every step', async () => {
    expect(await run(100, { msPerStep: 1, errIsTty: false })).toMatchObject({ pauses: 2 });
  });
});
