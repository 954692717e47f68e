import type { MisfitKind } from './replay-report.ts';

/** What each kind of misfit is called. */
export const MISFIT_NAMES: Readonly<Record<MisfitKind, string>> = {
  'unknown-type': 'unknown type',
  'missing-field': 'missing field',
  'wrong-value': 'wrong value',
  'wrong-time': 'wrong time',
  'tags-fail': 'tags fail',
  'other-tags': 'other tags',
  'fold-fails': 'fold fails',
};
