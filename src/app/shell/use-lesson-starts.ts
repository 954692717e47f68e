import { useEffect } from 'react';
import type { ActionRegistry } from '../../ui/actions.ts';

/** Offers the lessons as actions, a moment after the board: nothing of them is needed before. */
export function useLessonStarts(actions: ActionRegistry): void {
  useEffect(() => {
    let isWanted = true;
    let remove = () => {};
    import('../lesson/lesson-starts.ts').then(
      ({ LESSON_STARTS }) => {
        if (isWanted) remove = actions.register(LESSON_STARTS);
      },
      // Without a network they are still listed in the help, which says so.
      () => {},
    );
    return () => {
      isWanted = false;
      remove();
    };
  }, [actions]);
}
