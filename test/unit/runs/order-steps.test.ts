import { describe, expect, it } from 'vitest';
import type { LiveStep } from '../../../src/runs/live-result.ts';
import { orderSteps } from '../../../src/runs/order-steps.ts';

const at = (command: number, head: number, moment: number, more: Partial<LiveStep> = {}): LiveStep => ({
  command,
  step: 'read',
  attempt: 1,
  head,
  moment,
  ms: 0,
  ...more,
});
const wrote = (command: number, moment: number, ...positions: readonly number[]) =>
  at(command, (positions[0] ?? 1) - 1, moment, { step: 'append', wrote: positions });

const order = (...traces: readonly (readonly LiveStep[])[]) =>
  orderSteps(traces).map(({ command, step }) => `${command} ${step}`);

describe('the order in which steps took effect', () => {
  it('R3 is that of the positions, whatever answers came first', () => {
    expect(order([at(0, 0, 9), wrote(0, 10, 1)], [at(1, 1, 1), wrote(1, 2, 2)])).toEqual([
      '0 read',
      '0 append',
      '1 read',
      '1 append',
    ]);
  });

  it('R3 has a read behind the append that wrote what it saw, and before the next one', () => {
    expect(order([at(0, 4, 7)], [wrote(1, 8, 3, 4)], [wrote(2, 1, 5)])).toEqual([
      '1 append',
      '0 read',
      '2 append',
    ]);
  });

  it('R3 has an append that was stopped where it was stopped, and not where it read', () => {
    const stopped = at(0, 2, 3, { step: 'append', readAt: 0, wrote: [] });
    expect(order([at(0, 0, 1), stopped], [wrote(1, 9, 2)])).toEqual(['0 read', '1 append', '0 append']);
  });

  it('R3 copes with gaps between positions', () => {
    expect(order([at(0, 40, 1)], [wrote(1, 2, 17), at(1, 17, 3)], [wrote(2, 4, 40)])).toEqual([
      '1 append',
      '1 read',
      '2 append',
      '0 read',
    ]);
  });

  it('goes by the moment where several saw the same log', () => {
    expect(order([at(0, 5, 2)], [at(1, 5, 1)], [at(2, 5, 3)])).toEqual(['1 read', '0 read', '2 read']);
  });

  it('keeps a command’s own order, also where the clock stands still', () => {
    const again = at(1, 5, 0, { step: 'append', wrote: [] });
    expect(order([at(0, 5, 0)], [again, at(1, 5, 0)])).toEqual(['0 read', '1 append', '1 read']);
  });
});
