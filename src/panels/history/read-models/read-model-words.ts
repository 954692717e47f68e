import type { ReadModelStatus } from '../../../lab/history/read-models.ts';
import { countOf, groupDigits } from '../../../lib/format-number.ts';

/** What each state of a read model is called, and the sign it is told by. */
export const PHASE_WORDS: Readonly<
  Record<ReadModelStatus['phase'], { readonly name: string; readonly sign: string }>
> = {
  level: { name: 'Level with the log', sign: '✓' },
  behind: { name: 'Catching up', sign: '…' },
  rebuilding: { name: 'Rebuilding', sign: '↻' },
  paused: { name: 'Paused', sign: '‖' },
  failed: { name: 'Stopped at an event', sign: '✗' },
  stale: { name: 'Built with an older definition', sign: '△' },
};

/** What the state of a stale read model is called where stored events were changed. */
export const OUTDATED_WORDS = { name: 'Built before a migration', sign: PHASE_WORDS.stale.sign } as const;

/** When a read model is written. */
export const MODE_WORDS: Readonly<
  Record<ReadModelStatus['mode'], { readonly name: string; readonly about: string }>
> = {
  sync: {
    name: 'with the events',
    about: 'Written in the append’s transaction: an event it cannot take is not appended',
  },
  async: { name: 'afterwards', about: 'Catches up from its checkpoint after the events are stored' },
};

/** What a check against the log found, in a sentence. */
export function sayCheck({
  inLog,
  seen,
  wrongRows,
  firstWrong,
}: NonNullable<ReadModelStatus['check']>): string {
  const missed = inLog - seen;
  if (missed === 0 && wrongRows === 0) {
    return `Checked against the log: all ${countOf(inLog, 'event is', 'events are')} in it.`;
  }
  const hole =
    missed > 0
      ? `${countOf(missed, 'event was', 'events were')} missed`
      : missed < 0
        ? `${countOf(-missed, 'event was', 'events were')} counted that the log does not have`
        : 'No event was missed';
  const rows =
    wrongRows === 0
      ? 'no row is wrong'
      : `${countOf(wrongRows, 'row is', 'rows are')} wrong, the first one ${firstWrong === '' ? 'the only one' : `“${firstWrong}”`}`;
  return `${hole}, ${rows}. Rebuild it to have it whole.`;
}

/** How far it is behind, in a word. */
export function sayGap({ head, position }: ReadModelStatus): string {
  return groupDigits(Math.max(0, head - position));
}
