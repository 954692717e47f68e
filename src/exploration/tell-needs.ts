import type { PreparedCheck } from '../decision/prepare.ts';
import { type CommandRun, seesRecord } from '../strategies/command-run.ts';
import { lockedTypes, watchedTypes } from '../strategies/cover.ts';
import type { Guard } from '../strategies/guard.ts';
import type { WrittenRecord } from './replay.ts';
import type { ToldNeed } from './result.ts';

/** What checks depend on, told for each set of tags that filters it, in the order of the checks (B1, B2). `log` is as the command sees it: what it wrote itself is in it, and is left out here (S1). */
export function tellNeeds(
  run: CommandRun,
  command: number,
  checks: readonly PreparedCheck[],
  guard: Guard,
  log: readonly WrittenRecord[],
): readonly ToldNeed[] {
  const groups = new Map<string, { readonly index: number; readonly check: number }[]>();
  for (const [check, { projections }] of checks.entries()) {
    for (const index of projections) {
      const tags = run.command.projections[index]?.item.tags ?? [];
      const key = JSON.stringify([...new Set(tags)].sort());
      groups.set(key, [...(groups.get(key) ?? []), { index, check }]);
    }
  }
  return [...groups.values()].map((group) => tellNeed(run, command, checks, guard, log, group));
}

function tellNeed(
  run: CommandRun,
  command: number,
  checks: readonly PreparedCheck[],
  guard: Guard,
  log: readonly WrittenRecord[],
  group: readonly { readonly index: number; readonly check: number }[],
): ToldNeed {
  const typesOf = (members: typeof group) => [
    ...new Set(members.flatMap(({ index }) => run.command.projections[index]?.item.types ?? [])),
  ];
  const tags = run.command.projections[group[0]?.index ?? 0]?.item.tags ?? [];
  const item = { types: typesOf(group), tags };
  const strict = typesOf(group.filter(({ check }) => checks[check]?.constraint.relaxed === false));
  const keys = run.program.locks ?? [];
  return {
    ...item,
    watched: watchedTypes(run.model, guard, item),
    locked: lockedTypes(keys, item),
    relaxed: item.types.filter((type) => !strict.includes(type)),
    checks: [...new Set(group.map(({ check }) => check))],
    seen: log.flatMap((record, at) =>
      record.by !== command && group.some(({ index }) => seesRecord(run, index, record)) ? [at + 1] : [],
    ),
  };
}
