import type { Exploration, Verdict } from './result.ts';

/** What a report tells about a race under a strategy: the verdicts, broken rules, and runs that end badly. */
export const FINDING_KEYS = [
  'missedConflict',
  'violation',
  'tolerated',
  'conflict',
  'falseConflict',
  'neededWait',
  'needlessWait',
  'partial',
  'error',
  'safe',
] as const satisfies readonly (Verdict | 'violation' | 'partial' | 'error')[];
export type FindingKey = (typeof FINDING_KEYS)[number];

export type FindingColor = 'red' | 'blue' | 'yellow' | 'green' | 'cyan' | 'magenta';

interface FindingWords {
  /** A shape that tells it apart without its colour: filled when the decision had changed, outlined when it had not. */
  readonly mark: string;
  readonly color: FindingColor;
  readonly name: string;
  /** What one schedule does, and what several do: “1 of 6 schedules misses a conflict”. */
  readonly one: string;
  readonly many: string;
  /** What it means, in words that need no other word explained first. */
  readonly meaning: string;
}

export const FINDINGS: { readonly [K in FindingKey]: FindingWords } = {
  missedConflict: {
    mark: '▲',
    color: 'red',
    name: 'missed conflict',
    one: 'misses a conflict',
    many: 'miss a conflict',
    meaning: 'written, although by then the decision would have been another',
  },
  violation: {
    mark: '✕',
    color: 'red',
    name: 'broken rule',
    one: 'breaks a rule',
    many: 'break a rule',
    meaning: 'a missed conflict that left the log breaking a constraint',
  },
  tolerated: {
    mark: '≈',
    color: 'magenta',
    name: 'tolerated conflict',
    one: 'tolerates a conflict',
    many: 'tolerate a conflict',
    meaning: 'written too late for a relaxed constraint, which the model allows',
  },
  conflict: {
    mark: '■',
    color: 'blue',
    name: 'conflict',
    one: 'stops a command, rightly',
    many: 'stop a command, rightly',
    meaning: 'stopped, and by then the decision would have been another',
  },
  falseConflict: {
    mark: '□',
    color: 'yellow',
    name: 'false conflict',
    one: 'stops a command for nothing',
    many: 'stop a command for nothing',
    meaning: 'stopped, although the decision still held',
  },
  neededWait: {
    mark: '◆',
    color: 'cyan',
    name: 'needed wait',
    one: 'waits, rightly',
    many: 'wait, rightly',
    meaning: 'waited for a lock, and then decided otherwise than it would have at once',
  },
  needlessWait: {
    mark: '◇',
    color: 'cyan',
    name: 'needless wait',
    one: 'waits for nothing',
    many: 'wait for nothing',
    meaning: 'waited for a lock, and then decided as it would have at once',
  },
  partial: {
    mark: '◐',
    color: 'red',
    name: 'half written',
    one: 'ends half written',
    many: 'end half written',
    meaning: 'a saga wrote to one stream and was refused at a later one',
  },
  error: {
    mark: '!',
    color: 'red',
    name: 'error',
    one: 'ends in an error',
    many: 'end in an error',
    meaning: 'an expression of the model failed, so nothing was decided',
  },
  safe: {
    mark: '○',
    color: 'green',
    name: 'safe',
    one: 'is safe',
    many: 'are safe',
    meaning: 'written, and the decision still held',
  },
};

/** Whether something occurs in any schedule. */
export function occurs(exploration: Exploration, key: FindingKey): boolean {
  if (key === 'violation') return exploration.violations !== '0';
  if (key === 'partial' || key === 'error') return exploration.outcomes[key] !== undefined;
  return exploration.verdicts[key] !== undefined;
}

/** What there is to tell about an exploration: everything that occurs, and “safe” only where nothing else does. */
export function findingsOf(exploration: Exploration): readonly FindingKey[] {
  const found = FINDING_KEYS.filter((key) => occurs(exploration, key));
  return found.length > 1 ? found.filter((key) => key !== 'safe') : found;
}
