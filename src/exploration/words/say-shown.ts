import { FINDINGS, type FindingColor } from '../findings.ts';
import type { WitnessKey } from '../result.ts';

const OUTCOMES = {
  accepted: { mark: '✓', color: 'green', text: 'Accepted: a command wrote its events.' },
  rejected: {
    mark: '–',
    color: 'yellow',
    text: 'Rejected: a command read that a constraint does not hold, and wrote nothing.',
  },
  conflictOutcome: {
    mark: '■',
    color: 'blue',
    text: 'Ended by a conflict: a command was stopped, and its caller gets an error.',
  },
} as const;

/** What a witness shows, in one sentence that needs no other word explained first. */
export function sayShown(key: WitnessKey): {
  readonly mark: string;
  readonly color: FindingColor;
  readonly text: string;
} {
  if (key in OUTCOMES) return OUTCOMES[key as keyof typeof OUTCOMES];
  const { mark, color, name, meaning } = FINDINGS[key as Exclude<WitnessKey, keyof typeof OUTCOMES>];
  return { mark, color, text: `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${meaning}.` };
}
