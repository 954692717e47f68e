import { useStore } from '@xyflow/react';
import { useEffect } from 'react';
import { useCanvas } from '../canvas.ts';
import { LEAST_ZOOM, MOST_ZOOM } from './zoom.ts';

/** Free for what is said about the board: the legend on the left, the strategy above. */
const ROOM = { left: '28%', top: '80px', right: '32px', bottom: '40px' } as const;

/** While it is there the whole board fills the view beside that, as large as it gets; then the view is as it was. */
export function FitForRoom() {
  const { flow } = useCanvas();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  useEffect(() => {
    const before = flow()?.getViewport();
    return () => {
      if (before) void flow()?.setViewport(before);
    };
  }, [flow]);
  useEffect(() => {
    if (width === 0 || height === 0) return;
    void flow()?.fitView({ padding: ROOM, minZoom: LEAST_ZOOM, maxZoom: MOST_ZOOM });
  }, [flow, width, height]);
  return null;
}
