import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** How near to the end still counts as there, in pixels. */
const NEAR = 24;

export interface StickToEnd {
  readonly ref: RefObject<HTMLElement | null>;
  readonly isAtEnd: boolean;
  readonly onScroll: () => void;
  readonly goToEnd: () => void;
}

/** Keeps a scrolled box at its end while its contents grow, until a person scrolls away from there. */
export function useStickToEnd(contents: unknown): StickToEnd {
  const ref = useRef<HTMLElement>(null);
  const [isAtEnd, setAtEnd] = useState(true);
  const goToEnd = () => {
    ref.current?.scrollTo({ top: ref.current.scrollHeight });
    setAtEnd(true);
  };
  const onScroll = () => {
    const box = ref.current;
    if (box) setAtEnd(box.scrollHeight - box.scrollTop - box.clientHeight <= NEAR);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the contents change, and only then
  useLayoutEffect(() => {
    if (isAtEnd) ref.current?.scrollTo({ top: ref.current.scrollHeight });
  }, [contents]);
  useEffect(() => {
    const box = ref.current;
    if (box === null || !isAtEnd) return;
    const observer = new ResizeObserver(() => box.scrollTo({ top: box.scrollHeight }));
    observer.observe(box);
    return () => observer.disconnect();
  }, [isAtEnd]);
  return { ref, isAtEnd, onScroll, goToEnd };
}
