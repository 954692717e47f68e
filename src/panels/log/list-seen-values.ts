import type { LogEvent } from '../../lab/live-log.ts';
import { getOwn } from '../../lib/get-own.ts';
import type { FieldKind } from '../../model/field-type.ts';
import { fitsType } from '../../model/fits-type.ts';
import type { OfferedValue } from '../forms/values/value-help.ts';

/** Longer menus are not read. */
const MOST = 12;

/** The values that events have in a field of this name, the last ones first, each once with where it stands. */
export function listSeenValues(
  events: readonly LogEvent[],
  field: string,
  type: FieldKind,
): readonly OfferedValue[] {
  const found = new Map<string, OfferedValue>();
  for (const { data, position, type: event } of events) {
    const value = getOwn(data, field);
    const key = JSON.stringify(value);
    if (value === undefined || !fitsType(value, type) || found.has(key)) continue;
    found.set(key, { value, where: `${event} at ${position}` });
    if (found.size === MOST) break;
  }
  return [...found.values()];
}
