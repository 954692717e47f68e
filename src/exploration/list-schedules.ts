import type { FindingKey } from './findings.ts';

/** All schedules of a race with what each shows, in the order of their commands; null where there are too many to list. */
export interface ScheduleList {
  /** A decimal string. */
  readonly total: string;
  readonly schedules: readonly ListedSchedule[] | null;
}

export interface ListedSchedule {
  /** Who takes each step, counted from 0. */
  readonly order: readonly number[];
  /** What it shows, the worst first. */
  readonly findings: readonly FindingKey[];
}
