import type { PreparedCheck } from '../decision/prepare.ts';
import { matchesItem } from '../decision/query.ts';

/** All events of a type that carry some tags. */
export interface EventScope {
  readonly event: string;
  readonly tags: readonly string[];
}

/** A scope that a command's decision depends on (B1), or that a guard or a lock keeps an eye on. */
export interface ScopedPart extends EventScope {
  readonly constraints: readonly string[];
  readonly needed: boolean;
  readonly guarded: boolean;
  readonly relaxed: boolean;
}

/** One check of a scope, and whether the guard at its append covers all of it. */
export interface Need extends EventScope {
  readonly check: PreparedCheck;
  readonly guarded: boolean;
}

/**
 * Puts together what is needed and what is guarded. Needs of the same scope are one part, unless one is guarded and the
 * other is not. A guarded scope is a part of its own as far as it is wider than every need.
 */
export function joinParts(needs: readonly Need[], guarded: readonly EventScope[]): readonly ScopedPart[] {
  const groups = new Map<string, Need[]>();
  for (const need of needs) {
    const key = JSON.stringify([keyOfScope(need), need.guarded]);
    groups.set(key, [...(groups.get(key) ?? []), need]);
  }
  const needed = [...groups.values()].flatMap((group): ScopedPart[] => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      {
        event: first.event,
        tags: first.tags,
        constraints: [...new Set(group.map(({ check }) => check.constraint.name))],
        needed: true,
        guarded: first.guarded,
        relaxed: group.every(({ check }) => check.constraint.relaxed),
      },
    ];
  });
  const wider = guarded.filter((scope) => !needs.some((need) => contains(need, scope)));
  const extra = new Map(wider.map((scope) => [keyOfScope(scope), scope]));
  return [
    ...needed,
    ...[...extra.values()].map(({ event, tags }) => ({
      event,
      tags,
      constraints: [],
      needed: false,
      guarded: true,
      relaxed: false,
    })),
  ];
}

/** Whether every event of the inner scope is one of the outer. */
function contains(outer: EventScope, inner: EventScope): boolean {
  return matchesItem({ types: [outer.event], tags: outer.tags }, { type: inner.event, tags: inner.tags });
}

function keyOfScope({ event, tags }: EventScope): string {
  return JSON.stringify([event, [...tags].sort()]);
}
