import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useCallback, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { DeskStore } from '../../board/desk.ts';
import type { EventModelLayout } from '../../board/event-model/event-model-layout.ts';

/** Moves what is looked at: to the start, to everything, to what is sought and to where a walk has come. */
export function useCamera(desk: DeskStore, layout: EventModelLayout, walkAt: number | null) {
  const { setViewport, fitBounds, setCenter, getZoom } = useReactFlow();
  const store = useStoreApi();
  const sought = useStore(desk, (held) => held.sought);
  const floor = (layout.lanes.at(-1)?.y ?? 0) + (layout.lanes.at(-1)?.height ?? 0);

  const start = useCallback(() => {
    const { height } = store.getState();
    const zoom = Math.min(1, Math.max(0.6, height / (floor + 96)));
    void setViewport({ x: 0, y: 0, zoom });
  }, [store, setViewport, floor]);
  const showAll = useCallback(() => {
    const { width, height } = layout;
    void fitBounds({ x: 0, y: 0, width: Math.max(width, 1), height: Math.max(height, 1) }, move(0.04));
  }, [fitBounds, layout]);

  // Only a new request moves anything, and not that the layout has changed since.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the layout is read, not waited for.
  useEffect(() => {
    const note = sought && layout.notes.find(({ key }) => key === sought.key);
    if (!note) return;
    void setCenter(note.x + note.width / 2, note.y + note.height / 2, { zoom: getZoom(), ...move() });
  }, [sought?.nonce]);
  const column = walkAt === null ? undefined : layout.columns[walkAt];
  useEffect(() => {
    if (!column) return;
    // The card stands below: so much of the view is not to be covered.
    const { height } = store.getState();
    const covered = (floor * 240) / Math.max(240, height - 240);
    void fitBounds(
      { x: column.x - 160, y: 0, width: column.width + 320, height: floor + covered },
      move(0.02),
    );
  }, [column, floor, fitBounds, store]);
  return useMemo(() => ({ start, showAll }), [start, showAll]);
}

function move(padding = 0) {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return { padding, duration: isStill ? 0 : 240 };
}
