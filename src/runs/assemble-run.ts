import type { LogEntry } from '../exploration/result.ts';
import type { FreeRun } from './live-result.ts';
import { orderSteps } from './order-steps.ts';
import type { Trace } from './race-freely.ts';
import { listOutcomes } from './run-stepped.ts';

/** Makes one run of what the commands of a race did, each perhaps in a worker of its own: their traces in the order of the race (R3). */
export function assembleRun(traces: readonly Trace[], log: readonly LogEntry[], ms: number): FreeRun {
  const steps = orderSteps(traces.map((trace) => trace.steps));
  return {
    steps,
    outcomes: listOutcomes(steps, traces.length),
    log,
    timings: traces.map(({ timing }) => timing),
    ms,
  };
}
