import { type RefObject, useEffect, useRef } from 'react';

export interface LessonKeys {
  /** What ← and → do; null where there is nothing before or after. */
  readonly onBack: (() => void) | null;
  readonly onNext: (() => void) | null;
}

/** What takes Enter and the arrow keys for itself. */
const OWN_KEYS = 'button, a, input, select, textarea, summary, [contenteditable], [role=menuitem]';
const OWN_ARROWS =
  'input, select, textarea, [contenteditable], [role=menu], [role=tablist], [role=separator]';

/** Keys of a lesson: Enter for what is next at the step, ← and → for the steps; not where somebody types. */
export function useLessonKeys(root: RefObject<HTMLElement | null>, keys: LessonKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const run = findRun(event, root.current, latest.current);
      if (run === null) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [root]);
}

function findRun(
  { key, target }: KeyboardEvent,
  root: HTMLElement | null,
  keys: LessonKeys,
): (() => void) | null {
  if (!(target instanceof Element) || root === null || !isHere(target, root)) return null;
  if (key === 'Enter' && target.closest(OWN_KEYS) === null) {
    const main = root.querySelector<HTMLElement>('[data-lesson-main]');
    return main && (() => main.click());
  }
  if (target.closest(OWN_ARROWS) !== null) return null;
  return { ArrowLeft: keys.onBack, ArrowRight: keys.onNext }[key] ?? null;
}

/** In the lesson or on nothing; a dialog that is open has keys of its own. */
function isHere(target: Element, root: HTMLElement): boolean {
  if (document.querySelector('dialog:modal') !== null) return false;
  if (target === document.body) return true;
  return root.contains(target) || target.closest('.lesson-bar') !== null;
}
