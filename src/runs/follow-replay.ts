import type { PreparedRace } from '../exploration/prepare-race.ts';
import { Replay } from '../exploration/replay.ts';
import type { LiveRun, LiveStep } from './live-result.ts';

/**
 * Holds a run on a store to exploration: replays its order and compares every verdict and outcome, and the log (R2, R3).
 * Returns what differs first, in a sentence; null when nothing does.
 */
export function followReplay(race: PreparedRace, { steps, log }: LiveRun): string | null {
  const replay = new Replay(race);
  for (const [index, step] of steps.entries()) {
    const where = `Step ${index + 1} (#${step.command + 1} ${step.step})`;
    if (!replay.enabled.includes(step.command)) return `${where} is none that exploration could take there`;
    const { kind, result } = replay.take(step.command);
    const expected = sayStep(kind, result ?? {});
    const actual = sayStep(step.step, step);
    if (expected !== actual) return `${where} is ${actual}, and ${expected} in exploration`;
  }
  const expected = replay.log.map(({ fact, by, streams }) => [fact.type, fact.tags, fact.data, by, streams]);
  const actual = log.map(({ type, tags, data, by, streams }) => [type, tags, data, by, streams]);
  return JSON.stringify(expected) === JSON.stringify(actual) ? null : 'The logs differ';
}

function sayStep(
  kind: LiveStep['step'],
  shown: { readonly [K in 'verdict' | 'violation' | 'outcome']?: LiveStep[K] | null },
): string {
  const { verdict, violation, outcome } = shown;
  return [kind, verdict, violation === true && 'violation', outcome].filter(Boolean).join(' ');
}
