import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { LogView } from '../../lab/live-log.ts';

/** How near to the end still counts as there, in pixels. */
const NEAR = 24;
/** So many rows are drawn above and below those in sight. */
const MARGIN = 12;

export interface ScrolledRows {
  readonly ref: RefObject<HTMLDivElement | null>;
  /** The places that are drawn: from the first one to before the last one. */
  readonly from: number;
  readonly to: number;
  readonly isAtEnd: boolean;
  readonly onScroll: () => void;
  readonly goToEnd: () => void;
  /** Scrolls as little as it takes to bring a place into sight. */
  readonly reveal: (place: number) => void;
}

/**
 * Rows of one height in a box that scrolls, of which only those in sight are drawn. The box keeps to its end while rows
 * come, until a person scrolls away; rows that turn up in front move nothing on the screen. `head` is the height of what sticks to the top.
 */
export function useScrolledRows(view: LogView, rowHeight: number, head: number): ScrolledRows {
  const ref = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState({ top: 0, height: 600 });
  const [isAtEnd, setAtEnd] = useState(true);
  const prepended = useRef(view.prepended);
  const measure = () => {
    const box = ref.current;
    if (box) setSight({ top: box.scrollTop, height: box.clientHeight });
  };
  const goToEnd = () => {
    ref.current?.scrollTo({ top: ref.current.scrollHeight });
    setAtEnd(true);
  };
  const onScroll = () => {
    const box = ref.current;
    if (box) setAtEnd(box.scrollHeight - box.scrollTop - box.clientHeight <= NEAR);
    measure();
  };
  const reveal = (place: number) => {
    const box = ref.current;
    if (!box) return;
    const [top, bottom] = [place * rowHeight, (place + 1) * rowHeight + head];
    if (top < box.scrollTop) box.scrollTo({ top });
    else if (bottom > box.scrollTop + box.clientHeight) box.scrollTo({ top: bottom - box.clientHeight });
  };
  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return;
    const added = view.prepended - prepended.current;
    prepended.current = view.prepended;
    if (isAtEnd) box.scrollTo({ top: box.scrollHeight });
    else if (added > 0) box.scrollTo({ top: box.scrollTop + added * rowHeight });
  }, [view, isAtEnd, rowHeight]);
  useEffect(() => {
    const box = ref.current;
    if (box === null) return;
    const observer = new ResizeObserver(() => {
      if (isAtEnd) box.scrollTo({ top: box.scrollHeight });
      setSight({ top: box.scrollTop, height: box.clientHeight });
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, [isAtEnd]);
  const first = Math.floor(sight.top / rowHeight) - MARGIN;
  const last = Math.ceil((sight.top + sight.height) / rowHeight) + MARGIN;
  const to = Math.max(0, Math.min(view.count, last));
  return { ref, from: Math.max(0, Math.min(first, to)), to, isAtEnd, onScroll, goToEnd, reveal };
}
