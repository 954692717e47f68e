import type { Race } from '../../model/schema.ts';

/** What becomes of a command that is stopped. */
export function sayAttempts({ attempts = 1 }: Race): string {
  if (attempts === 'unlimited') return 'A command that is stopped reads again, until it gets through.';
  return attempts === 1
    ? 'A command that is stopped ends there: its caller gets an error.'
    : `A command that is stopped reads again, up to ${attempts} attempts; then its caller gets an error.`;
}
