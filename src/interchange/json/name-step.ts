import type { ScheduleStep } from '../../exploration/result.ts';

/** A step as people write it: `#1 read`. */
export function nameStep({ command, step }: ScheduleStep): string {
  return `#${command + 1} ${step}`;
}
