import type { Action } from '../../ui/actions.ts';

/** The keys under one heading. */
export interface KeyGroup {
  readonly group: string;
  readonly rows: readonly { readonly label: string; readonly keys: readonly string[] }[];
}

/** The actions that have keys, by heading in the order they come; those of one name stand on one line. */
export function groupKeys(actions: readonly Action[]): KeyGroup[] {
  const groups = new Map<string, Map<string, string[]>>();
  for (const { group, label, keys = [] } of actions) {
    if (keys.length === 0) continue;
    const rows = groups.get(group) ?? new Map<string, string[]>();
    groups.set(group, rows);
    rows.set(label, [...new Set([...(rows.get(label) ?? []), ...keys])]);
  }
  return [...groups].map(([group, rows]) => ({
    group,
    rows: [...rows].map(([label, keys]) => ({ label, keys })),
  }));
}
