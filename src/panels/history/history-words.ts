import type { HistoryView } from '../../lab/lab-desk.ts';

/** How each view of the history is called, and what it answers. */
export const HISTORY_WORDS: Readonly<Record<HistoryView, { readonly name: string; readonly about: string }>> =
  {
    contention: {
      name: 'Contention',
      about: 'How often appends of this log would have collided under each boundary',
    },
    insights: {
      name: 'Insights',
      about: 'What a log shows about the system behind it, with what to do next on the board',
    },
    readModels: {
      name: 'Read models',
      about: 'What can be looked up, how far behind the log it is, and what it holds',
    },
    sideEffects: {
      name: 'Side effects',
      about: 'What events lead to, outside and by policies: each once, never on replay',
    },
    replay: {
      name: 'Replay',
      about: 'Which events of the board’s log no longer fit its model',
    },
    migrations: {
      name: 'Migrations',
      about: 'How stored events are brought up to the model',
    },
    published: {
      name: 'Published',
      about: 'The events others may rely on, and changes that break them',
    },
  };
