import type { FindingKey } from '../../exploration/findings.ts';
import type { ToldStep } from '../../exploration/result.ts';
import { findingOf } from './layout/say-block.ts';

/** What a step showed, in words that need no other word explained first. */
export interface Headline {
  readonly finding: FindingKey;
  readonly words: string;
}

const WORDS: { readonly [K in FindingKey]: string } = {
  missedConflict: 'Missed conflict',
  violation: 'Broken rule',
  tolerated: 'Tolerated conflict',
  conflict: 'Conflict, rightly stopped',
  falseConflict: 'False conflict, stopped for nothing',
  neededWait: 'Waited, and rightly',
  needlessWait: 'Waited for nothing',
  partial: 'Half written',
  error: 'Error',
  safe: 'Safe',
};

/** The headline of a step; null where it is not judged. */
export function sayHeadline(step: ToldStep): Headline | null {
  const finding = findingOf(step);
  if (finding === null) return null;
  const isBroken = finding === 'missedConflict' && step.violation === true;
  return { finding, words: isBroken ? 'Missed conflict, a rule is broken' : WORDS[finding] };
}

/** A step as people call it: `#1 read`. */
export function nameStep({ command, step }: Pick<ToldStep, 'command' | 'step'>): string {
  return `#${command + 1} ${step}`;
}
