import { setAt } from '../edits/set-at.ts';
import type { Case, Fix } from './fix.ts';

/** A workload issues nothing: without commands of its own it issues all that append something. */
export function issueAll({ path }: Case): readonly Fix[] {
  return [{ label: 'Let it issue all commands', edit: (current) => setAt(current, path, undefined) }];
}
