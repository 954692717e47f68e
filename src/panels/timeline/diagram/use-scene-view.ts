import { type RefObject, useEffect } from 'react';
import type { StoryLayout } from '../layout/marks.ts';

/** Lifts what is pointed at in the sentence, without drawing anything anew. */
export function usePointing(
  ref: RefObject<HTMLElement | null>,
  pointed: string | null,
  drawing: unknown,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new drawing has other elements
  useEffect(() => {
    if (pointed === null) return;
    const found = [...(ref.current?.querySelectorAll('[data-marks]') ?? [])].filter((element) =>
      element.getAttribute('data-marks')?.split(' ').includes(pointed),
    );
    for (const element of found) element.classList.add('is-pointed');
    return () => {
      for (const element of found) element.classList.remove('is-pointed');
    };
  }, [ref, pointed, drawing]);
}

const MARGIN = 8;

/** Keeps the step that is taken in view. */
export function useFollow(
  ref: RefObject<HTMLElement | null>,
  columns: StoryLayout['columns'] | null,
  step: number,
): void {
  useEffect(() => {
    const scroller = ref.current;
    if (columns === null) return;
    const column = columns.find((candidate) => candidate.step === step - 1);
    if (!scroller) return;
    if (!column) {
      if (step === 0) scroller.scrollLeft = 0;
      return;
    }
    const { scrollLeft, clientWidth } = scroller;
    const right = column.x + column.width + MARGIN;
    if (right > scrollLeft + clientWidth) scroller.scrollLeft = right - clientWidth;
    else if (column.x - MARGIN < scrollLeft) scroller.scrollLeft = Math.max(0, column.x - MARGIN);
  }, [ref, columns, step]);
}
