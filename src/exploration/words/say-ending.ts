import { countOf, formatShare, groupDigits, shareOf } from '../../lib/format-number.ts';
import type { Explained } from '../explained.ts';
import type { Exploration, ToldStep } from '../result.ts';
import { countRuns } from './race-rows.ts';

/** How often what is told occurs, and that this is the shortest way to it. */
export function sayHowCommon({ shows, exploration }: Pick<Explained, 'shows' | 'exploration'>): string {
  return `It ${sayCount(shows, exploration)}; this is a shortest way to it.`;
}

function sayCount(shows: Explained['shows'], exploration: Exploration): string {
  const { schedules, verdicts, violations, violationProbability, outcomes } = exploration;
  const total = countOf(schedules, 'schedule', 'schedules');
  const inSchedules = (count: string, chance: number) => {
    const share = formatShare(shareOf(count, schedules));
    return `happens in ${groupDigits(count)} of ${total} (${share}, by chance ${formatShare(chance)})`;
  };
  if (shows === 'violation') return inSchedules(violations, violationProbability);
  const outcome = shows === 'conflictOutcome' ? 'conflict' : shows;
  const verdict = shows === 'conflictOutcome' ? undefined : verdicts[shows as keyof typeof verdicts];
  if (verdict) return inSchedules(verdict.schedules, verdict.probability);
  const runs = countOf(countRuns(outcomes), 'command run', 'command runs');
  return `is how ${groupDigits(outcomes[outcome as keyof typeof outcomes] ?? '0')} of ${runs} over all ${total} end`;
}

/** What the told schedule means: how its last step leaves the log and its caller. */
export function sayEnding({ told }: Pick<Explained, 'told'>): string {
  const last = told.steps.at(-1);
  return last === undefined ? '' : sayStepEnding(last);
}

function sayStepEnding(step: ToldStep): string {
  const who = `#${step.command + 1}`;
  const rules = step.fresh?.kind === 'rejected' ? step.fresh.constraints.join(', ') : '';
  if (step.outcome === 'partial')
    return `${who} has written a part of what it decided, and the rest will not follow.`;
  if (step.outcome === 'error') return `${who} ends with an error: nothing is written.`;
  if (step.violation === true) return `The log now breaks ${rules || 'a constraint'}, and nobody was told.`;
  switch (step.verdict) {
    case 'missedConflict':
      return `${who} wrote what it would not write any more, and nobody was told. No constraint is broken.`;
    case 'tolerated':
      return `${who} wrote too late for ${rules || 'a relaxed constraint'}; the model says that this may happen.`;
    case 'conflict':
      return `${sayStopped(step, who)} It was right to stop it.`;
    case 'falseConflict':
      return `${sayStopped(step, who)} It could have been written as it was.`;
    case 'neededWait':
      return `${who} waited and then decided on what is true now: the lock was worth it.`;
    case 'needlessWait':
      return `${who} waited for nothing: it would have decided the same at once.`;
    case 'safe':
      return `${who} wrote its events, and its decision still held.`;
    default:
      return step.outcome === 'rejected'
        ? `${who} is rejected: its caller is told why, and nothing is written.`
        : `${who} ends: ${step.outcome ?? 'not yet'}.`;
  }
}

function sayStopped(step: ToldStep, who: string): string {
  return step.outcome === 'conflict'
    ? `${who} is stopped: nothing of it is written, and its caller gets an error.`
    : `${who} is stopped: nothing is written, and it reads again.`;
}
