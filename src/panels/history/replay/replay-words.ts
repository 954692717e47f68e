import type { MisfitKind, ReplayReport } from '../../../history/replay/replay-report.ts';
import { countOf, groupDigits } from '../../../lib/format-number.ts';
import { parsePointer } from '../../../model/pointer.ts';

/** What each way of not fitting is called. */
export const MISFIT_WORDS: Readonly<Record<MisfitKind, string>> = {
  'unknown-type': 'Unknown type',
  'missing-field': 'Missing field',
  'wrong-value': 'Wrong value',
  'wrong-time': 'Wrong time',
  'tags-fail': 'Tags fail',
  'other-tags': 'Other tags today',
  'fold-fails': 'Fold fails',
};

/** What a replay came to, in a sentence. */
export function sayFit({ events, doomed, doom }: ReplayReport): string {
  if (doom === null) return events === 1 ? 'The one event fits.' : `All ${groupDigits(events)} events fit.`;
  return `${groupDigits(doomed)} of ${countOf(events, 'event', 'events')} no longer ${doomed === 1 ? 'fits' : 'fit'}.`;
}

/** A place in the model by its names: `FreeSeat · taken · Subscribed`. */
export function sayPlace(at: string): string {
  const [, ...path] = parsePointer(at);
  const names = path.filter((key) => !['projections', 'on', 'fields', 'tags'].includes(key));
  const last = path.at(-1);
  return [...names, ...(last === 'tags' ? ['tags'] : [])].join(' · ');
}
