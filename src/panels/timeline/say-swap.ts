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
    case 'joins':
      return `${other} cannot come before ${one}: #${second.command + 1} joins because of its event.`;
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
  const [was, is] = [sayFindings(before), sayFindings(after)];
  if (was === is) return `Another schedule with the same verdicts (${is}), but other values or another log.`;
  return `Another schedule. Before: ${was}. Now: ${is}.`;
}

function sayFindings({ steps }: ToldSchedule): string {
  const said = steps.flatMap((step) => {
    const finding = findingOf(step);
    if (finding && finding !== 'safe') return [`${FINDINGS[finding].name} at ${nameStep(step)}`];
    return step.outcome === 'rejected' ? [`#${step.command + 1} is rejected when it reads`] : [];
  });
  return said.length > 0 ? said.join(', ') : 'all is safe';
}
