import type { BackOff } from './load-plan.ts';

/** The pause in milliseconds before a command tries again that was stopped so often, from 1. */
export function pauseBefore(backOff: BackOff, stops: number, random: () => number): number {
  switch (backOff.kind) {
    case 'none':
      return 0;
    case 'constant':
      return backOff.ms;
    case 'exponential': {
      const most = Math.min(backOff.most, backOff.ms * 2 ** (stops - 1));
      return backOff.jitter ? random() * most : most;
    }
  }
}
