import type { HistoryView } from '../../lab/lab-desk.ts';

/** How each view of the history is called, and what it answers. */
export const HISTORY_WORDS: Readonly<Record<HistoryView, { readonly name: string; readonly about: string }>> =
  {
    contention: {
      name: 'Contention',
      about: 'How often appends of this log would have collided under each boundary',
    },
    replay: {
      name: 'Replay',
      about: 'Which events of the board’s log no longer fit its model',
    },
  };
