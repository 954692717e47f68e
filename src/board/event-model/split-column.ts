import type { Arrow } from '../edits/arrows.ts';
import type { ElementKey } from '../element-key.ts';

/**
 * The parts of a column that stand beside each other: first what a policy or another system reacts to, then the
 * reaction and what comes of it, so that time runs to the right within the column too.
 */
export function splitColumn(
  keys: readonly ElementKey[],
  arrows: readonly Arrow[],
): readonly (readonly ElementKey[])[] {
  const inside = new Set(keys);
  const within = arrows.filter(({ from, to }) => inside.has(from) && inside.has(to));
  const results = new Set(within.filter(({ relation }) => relation === 'emits').map(({ to }) => to));
  const causes = new Set(
    within
      .filter(
        ({ relation, from }) => (relation === 'triggers' || relation === 'notifies') && !results.has(from),
      )
      .map(({ from }) => from),
  );
  if (causes.size === 0) return [keys];
  return [keys.filter((key) => causes.has(key)), keys.filter((key) => !causes.has(key))];
}
