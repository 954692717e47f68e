import { FINDINGS } from '../../exploration/findings.ts';
import type { ToldSchedule } from '../../exploration/result.ts';
import type { Swap } from '../../exploration/told-race.ts';
import { findingOf } from './layout/say-block.ts';
import { nameStep } from './say-headline.ts';

/** What comes of letting two neighbouring steps change places, as far as that is known at once. */
export function saySwap({ steps }: ToldSchedule, at: number, swap: Swap): string {
  const [first, second] = [steps[at], steps[at + 1]];
  if (!first || !second) return '';
  const [one, other] = [nameStep(first), nameStep(second)];
  switch (swap.kind) {
    case 'same-command':
      return `Both are steps of #${first.command + 1}, and have their order.`;
    case 'waits':
      return `${other} cannot come before ${one}: until then #${second.command + 1} waits for a lock.`;
    case 'independent':
      return `Nothing can tell these two orders apart: ${other} before ${one} shows the same, and leads to the same.`;
    case 'dependent':
      return swap.onlyLog
        ? 'The same story for every command; only the two events change places in the log.'
        : '';
  }
}

/** What another schedule shows that the one before did not, and the other way round. */
export function sayDifference(before: ToldSchedule, after: ToldSchedule): string {
  const [was, is] = [listFindings(before), listFindings(after)];
  if (was === is)
    return `Another schedule, with the same verdicts (${is || 'nothing is judged'}), but another log or other values.`;
  return `Another schedule. Before: ${was || 'nothing was judged'}. Now: ${is || 'nothing is judged'}.`;
}

function listFindings({ steps }: ToldSchedule): string {
  return steps
    .flatMap((step) => {
      const finding = findingOf(step);
      return finding && finding !== 'safe' ? [`${nameStep(step)}: ${FINDINGS[finding].name}`] : [];
    })
    .join(', ');
}
