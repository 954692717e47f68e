import { FINDING_KEYS, type FindingKey } from '../exploration/findings.ts';
import { OUTCOMES, VERDICTS, type Verdict, type WitnessKey } from '../exploration/result.ts';
import { type Choice, chooseName } from './choose-name.ts';

const SHORT: { readonly [name: string]: string } = { missedConflict: 'missed', falseConflict: 'false' };

function withShort<N extends string>(value: N): Choice<N> {
  const short = SHORT[value];
  return { value, names: short === undefined ? [value] : [short, value] };
}

const FAIL_ON = FINDING_KEYS.map(withShort);

/** What `--fail-on missed,false` names; nothing without it. Throws a usage error for a name there is not. */
export function chooseFailOn(list: string | undefined): readonly FindingKey[] {
  if (list === undefined) return [];
  return [...new Set(list.split(',').map((name) => chooseName('verdict', name.trim(), FAIL_ON)))];
}

const WITNESSES = [
  ...VERDICTS,
  'violation' as const,
  ...OUTCOMES.filter((outcome) => outcome !== 'conflict'),
  'conflictOutcome' as const,
].map((key: WitnessKey) => withShort(key));

/** What `--verdict missed` names: a verdict, an outcome, or `violation`. */
export function chooseWitness(name: string): WitnessKey {
  return chooseName('verdict', name.trim(), WITNESSES);
}

/** The names that `--fail-on` takes. */
export const FAIL_ON_NAMES = FAIL_ON.map(({ names }) => names[0]).join(', ');
/** The names that `--verdict` takes. */
export const WITNESS_NAMES = WITNESSES.map(({ names }) => names[0]).join(', ');

const VERDICT_CHOICES = VERDICTS.map(withShort);

/** What `find --verdict missed` names: a verdict. */
export function chooseVerdict(name: string): Verdict {
  return chooseName('verdict', name.trim(), VERDICT_CHOICES);
}

/** The names that `find --verdict` takes. */
export const VERDICT_NAMES = VERDICT_CHOICES.map(({ names }) => names[0]).join(', ');
