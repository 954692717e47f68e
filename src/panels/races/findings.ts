import type { Verdict } from '../../exploration/result.ts';

/** What is told of runs: the verdicts, broken rules, and commands that end badly; the worst first. */
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

export interface FindingWords {
  /** A shape that tells it apart without its colour: filled when the decision had changed, outlined when it had not. */
  readonly mark: string;
  readonly name: string;
  /** What one run does, and what several do: “1 of 6 runs misses a conflict”. */
  readonly one: string;
  readonly many: string;
  readonly meaning: string;
}

/** The words and shapes of the command line, see `cli/findings.ts`. */
export const FINDINGS: { readonly [K in FindingKey]: FindingWords } = {
  missedConflict: {
    mark: '▲',
    name: 'missed conflict',
    one: 'misses a conflict',
    many: 'miss a conflict',
    meaning: 'written, although by then the decision would have been another',
  },
  violation: {
    mark: '✕',
    name: 'broken rule',
    one: 'breaks a rule',
    many: 'break a rule',
    meaning: 'a missed conflict that left the log breaking a constraint',
  },
  tolerated: {
    mark: '≈',
    name: 'tolerated conflict',
    one: 'tolerates a conflict',
    many: 'tolerate a conflict',
    meaning: 'written too late for a relaxed constraint, which the model allows',
  },
  conflict: {
    mark: '■',
    name: 'conflict',
    one: 'stops a command, rightly',
    many: 'stop a command, rightly',
    meaning: 'stopped, and by then the decision would have been another',
  },
  falseConflict: {
    mark: '□',
    name: 'false conflict',
    one: 'stops a command for nothing',
    many: 'stop a command for nothing',
    meaning: 'stopped, although the decision still held',
  },
  neededWait: {
    mark: '◆',
    name: 'needed wait',
    one: 'waits, rightly',
    many: 'wait, rightly',
    meaning: 'waited for a lock, and then decided otherwise than it would have at once',
  },
  needlessWait: {
    mark: '◇',
    name: 'needless wait',
    one: 'waits for nothing',
    many: 'wait for nothing',
    meaning: 'waited for a lock, and then decided as it would have at once',
  },
  partial: {
    mark: '◐',
    name: 'half written',
    one: 'ends half written',
    many: 'end half written',
    meaning: 'a saga wrote to one stream and was refused at a later one',
  },
  error: {
    mark: '!',
    name: 'error',
    one: 'ends in an error',
    many: 'end in an error',
    meaning: 'an expression of the model failed, so nothing was decided',
  },
  safe: {
    mark: '○',
    name: 'safe',
    one: 'is safe',
    many: 'are safe',
    meaning: 'written, and the decision still held',
  },
};
