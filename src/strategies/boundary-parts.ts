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
 * other is not. A guarded scope is a part of its own where no guarded need holds all of it: needed where it lies within
 * a need that is not guarded as a whole, and otherwise for nothing.
 */
export function joinParts(needs: readonly Need[], guarded: readonly EventScope[]): readonly ScopedPart[] {
  const groups = new Map<string, Need[]>();
  for (const need of needs) {
    const key = JSON.stringify([keyOfScope(need), need.guarded]);
    groups.set(key, [...(groups.get(key) ?? []), need]);
  }
  const scopes = new Map(guarded.map((scope) => [keyOfScope(scope), scope]));
  const rest = [...scopes.values()].flatMap((scope) => {
    const within = needs.filter((need) => contains(need, scope));
    return within.some((need) => need.guarded) ? [] : [makePart(scope, within, true)];
  });
  const needed = [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map((first) => makePart(first, group, first.guarded)),
  );
  return [...needed, ...rest].toSorted((one, other) => Number(other.needed) - Number(one.needed));
}

function makePart({ event, tags }: EventScope, needs: readonly Need[], guarded: boolean): ScopedPart {
  return {
    event,
    tags,
    constraints: [...new Set(needs.map(({ check }) => check.constraint.name))],
    needed: needs.length > 0,
    guarded,
    relaxed: needs.length > 0 && needs.every(({ check }) => check.constraint.relaxed),
  };
}

/** Whether every event of the inner scope is one of the outer. */
function contains(outer: EventScope, inner: EventScope): boolean {
  return matchesItem({ types: [outer.event], tags: outer.tags }, { type: inner.event, tags: inner.tags });
}

function keyOfScope({ event, tags }: EventScope): string {
  return JSON.stringify([event, [...tags].sort()]);
}
