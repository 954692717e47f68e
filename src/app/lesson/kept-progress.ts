import { createStore } from 'zustand/vanilla';
import type { ProgressShelf } from '../../panels/lessons/lesson-run.ts';
import {
  type KeptProgress,
  NO_PROGRESS,
  readProgress,
  writeProgress,
} from '../../panels/lessons/progress.ts';
import { keep, readKept } from '../kept.ts';

const store = createStore<KeptProgress>()(() => readProgress(readKept('lessons')));

/** How far the person has come in the lessons, here and in other tabs, from visit to visit. */
export const keptProgress: ProgressShelf = {
  state: store.getState,
  listen: (listener) => store.subscribe(listener),
  change: (id, change) => {
    const before = store.getState();
    const progress = before[id] ?? NO_PROGRESS;
    const changed = change(progress);
    if (changed === progress) return;
    const after = { ...before, [id]: changed };
    store.setState(after, true);
    keep('lessons', writeProgress(after));
  },
};

addEventListener('storage', (event) => {
  if (event.key === 'ambit.lessons') store.setState(readProgress(event.newValue), true);
});
