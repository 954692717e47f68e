import type { ScheduleStep } from '../../exploration/result.ts';

/** The steps of a schedule in their order: `#1 read, #2 read, #2 append, #1 append`. */
export function sayOrder(steps: readonly ScheduleStep[]): string {
  return steps.map(({ command, step }) => `#${command + 1} ${step}`).join(', ');
}
