import { getOwn } from '../../../lib/get-own.ts';
import type { Json } from '../../../lib/json.ts';
import { readList, readObject } from '../../forms/read-json.ts';
import { readTarget } from './check-parts.ts';
import type { SourceOption } from './source-options.ts';

/** What the checks of a command have read, as its emitted events may use it: `CourseHasFreeSeat.taken`. */
export function listProjections(
  checks: Json | undefined,
  constraints: Json | undefined,
): readonly SourceOption[] {
  // A check of each element of a list reads many values, and none of them is the one.
  const single = readList(checks).filter((check) => readObject(check)['each'] === undefined);
  const names = new Set(single.flatMap((check) => readTarget(check, 'constraint') ?? []));
  return [...names].flatMap((name) => {
    const constraint = readObject(getOwn(readObject(constraints), name));
    return Object.keys(readObject(constraint['projections'])).map((projection) => ({
      expression: `${name}.${projection}`,
      label: `${name}.${projection}`,
    }));
  });
}
