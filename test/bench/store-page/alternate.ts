/** What one step took on average in each round, in milliseconds: of both contenders, the same rounds at the same places. */
export interface Samples {
  readonly ours: readonly number[];
  readonly reference: readonly number[];
}

/** One append, batch or read, made ready so that only the thing itself is timed. */
export type Step = () => Promise<void>;

const TURNS = 20;

/**
 * Has both contenders do rounds of the same steps, after one round that does not count. Within a round they take turns
 * of a few steps each, now one first and now the other, so that a slow moment of the machine hits both.
 */
export async function alternate<C>(
  { ours, reference }: { readonly ours: C; readonly reference: C },
  rounds: number,
  prepare: (contender: C, round: number) => readonly Step[] | Promise<readonly Step[]>,
): Promise<Samples> {
  const samples = { ours: [] as number[], reference: [] as number[] };
  for (let round = 0; round <= rounds; round++) {
    const left = { steps: await prepare(ours, round), spent: 0 };
    const right = { steps: await prepare(reference, round), spent: 0 };
    const size = Math.ceil(left.steps.length / TURNS);
    for (let turn = 0; turn * size < left.steps.length; turn++) {
      const order = (round + turn) % 2 === 0 ? [left, right] : [right, left];
      for (const side of order) side.spent += await time(side.steps.slice(turn * size, (turn + 1) * size));
    }
    if (round === 0) continue;
    samples.ours.push(left.spent / left.steps.length);
    samples.reference.push(right.spent / right.steps.length);
  }
  return samples;
}

async function time(steps: readonly Step[]): Promise<number> {
  const start = performance.now();
  for (const step of steps) await step();
  return performance.now() - start;
}
