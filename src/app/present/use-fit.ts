import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';

/** As wide as a page is that is shown in its own size on a laptop. */
const USUAL_WIDTH = 1030;
const USUAL_SCALE = 1.4;
const MOST_SCALE = 2.6;
/** Smaller than that nobody could read it; then it scrolls. */
const LEAST_SCALE = 0.7;

/**
 * How large to show what stands in a place: as large as the page is meant to be seen from afar, but all of it.
 * `content` says what it is; as long as that is the same, it only gets smaller, so that nothing jumps from step to step.
 */
export function useFit(place: RefObject<HTMLElement | null>, content: string): number {
  const most = useUsualScale();
  const key = `${content} ${most}`;
  const [fitted, setFitted] = useState({ key, scale: most });
  const scale = fitted.key === key ? fitted.scale : most;
  useLayoutEffect(() => {
    const outer = place.current;
    const inner = outer?.firstElementChild;
    if (!outer || !inner) return;
    const fit = () => {
      const { scrollHeight, clientHeight } = outer;
      if (clientHeight === 0 || scrollHeight <= clientHeight + 1) return;
      setFitted({ key, scale: Math.max(LEAST_SCALE, (scale * clientHeight) / scrollHeight) });
    };
    const observer = new ResizeObserver(fit);
    observer.observe(inner);
    observer.observe(outer);
    return () => observer.disconnect();
  }, [place, key, scale]);
  return scale;
}

/** Larger on large screens: a room looks at them from afar. */
function useUsualScale(): number {
  const [scale, setScale] = useState(findUsualScale);
  useEffect(() => {
    const onResize = () => setScale(findUsualScale());
    addEventListener('resize', onResize);
    return () => removeEventListener('resize', onResize);
  }, []);
  return scale;
}

function findUsualScale(): number {
  return Math.min(MOST_SCALE, Math.max(USUAL_SCALE, innerWidth / USUAL_WIDTH));
}
