import { OUTCOMES, type Outcome, VERDICTS, type Verdict } from './result.ts';
import type { StepResult } from './take-step.ts';

/** What one step showed, in one byte: verdict (3 bits), violation (1 bit), outcome (3 bits). */
export type Label = number;

const VIOLATION = 1 << 3;

/** Packs what a step showed. */
export function packLabel({
  verdict,
  violation,
  outcome,
}: Pick<StepResult, 'verdict' | 'violation' | 'outcome'>): Label {
  const first = verdict === null ? 0 : VERDICTS.indexOf(verdict) + 1;
  const last = outcome === null ? 0 : OUTCOMES.indexOf(outcome) + 1;
  return first | (violation ? VIOLATION : 0) | (last << 4);
}

const marks = new Map<string, Uint8Array>();

/** For each label (0–127) whether it shows the feature; `conflict` the verdict and `conflict` the outcome are told apart by `kind`. Not to be written to: the same one every time. */
export function labelsOf(
  kind: 'verdict' | 'outcome' | 'violation',
  name: Verdict | Outcome | null = null,
): Uint8Array {
  const key = `${kind} ${name}`;
  const known = marks.get(key);
  if (known) return known;
  const marked = Uint8Array.from({ length: 128 }, (_, label) => Number(shows(label, kind, name)));
  marks.set(key, marked);
  return marked;
}

function shows(
  label: Label,
  kind: 'verdict' | 'outcome' | 'violation',
  name: Verdict | Outcome | null,
): boolean {
  if (kind === 'violation') return (label & VIOLATION) !== 0;
  return kind === 'verdict' ? VERDICTS[(label & 7) - 1] === name : OUTCOMES[(label >> 4) - 1] === name;
}
