import type { ListedSchedule } from '../../exploration/list-schedules.ts';
import type { StepKind } from '../../exploration/result.ts';
import type { ScheduleChoice } from '../../lab/engine.ts';
import { STRATEGY_IDS, type StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';

/** The schedules of a race under each strategy where they are few enough to be drawn one by one. */
export type ScheduleLists = { readonly [S in StrategyId]?: readonly ListedSchedule[] };

/** Strategies under which the same schedules are possible, so that one column is the same schedule for all of them. */
export interface ScheduleGroup {
  readonly ids: readonly StrategyId[];
  /** Null where they are too many, or not known yet. */
  readonly orders: readonly (readonly number[])[] | null;
  /** Whether asking for a lock is a step. */
  readonly hasLocks: boolean;
}

/** The strategies by the schedules they have; those with locks, whose schedules have more steps, come last. */
export function groupSchedules(lists: ScheduleLists): readonly ScheduleGroup[] {
  const groups = new Map<string, ScheduleGroup>();
  const isLock = (id: StrategyId) => STRATEGIES[id].variant === 'lock';
  for (const id of STRATEGY_IDS.toSorted((one, other) => Number(isLock(one)) - Number(isLock(other)))) {
    const orders = lists[id]?.map(({ order }) => order).toSorted(compareOrders) ?? null;
    const key = `${isLock(id)} ${JSON.stringify(orders)}`;
    const ids = [...(groups.get(key)?.ids ?? []), id];
    groups.set(key, { ids, orders, hasLocks: isLock(id) });
  }
  return [...groups.values()];
}

/** The lowest command first, wherever two schedules part. */
function compareOrders(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((command, step) => command !== other[step]);
  return at < 0 ? one.length - other.length : (one[at] ?? 0) - (other[at] ?? 0);
}

/** The schedules of a strategy in the columns of its group. */
export function listColumns(
  { orders }: ScheduleGroup,
  schedules: readonly ListedSchedule[],
): readonly (ListedSchedule | undefined)[] {
  const byOrder = new Map(schedules.map((schedule) => [schedule.order.join(), schedule]));
  return (orders ?? []).map((order) => byOrder.get(order.join()));
}

/** The column of a schedule that is shown: where it ends early, the one that goes on with the lowest command first. */
export function findColumn({ ids, orders }: ScheduleGroup, shown: ScheduleChoice | null): number {
  if (shown === null || !ids.includes(shown.strategy) || orders === null) return -1;
  return orders.findIndex((order) => shown.order.every((command, step) => order[step] === command));
}

/** What each step of a schedule is: without a lock every command reads and appends by turns. */
export function listKinds(order: readonly number[], hasLocks: boolean): readonly StepKind[] {
  const kinds: readonly StepKind[] = hasLocks ? ['acquire', 'read', 'append'] : ['read', 'append'];
  const taken = new Map<number, number>();
  return order.map((command) => {
    const count = taken.get(command) ?? 0;
    taken.set(command, count + 1);
    return kinds[count % kinds.length] ?? 'read';
  });
}

/** A schedule in words: “#1 read, #2 read, #2 append, #1 append”. */
export function sayOrder(order: readonly number[], hasLocks: boolean): string {
  const kinds = listKinds(order, hasLocks);
  const words = { acquire: 'asks for its locks', read: 'reads', append: 'appends' };
  return order.map((command, step) => `#${command + 1} ${words[kinds[step] ?? 'read']}`).join(', ');
}
