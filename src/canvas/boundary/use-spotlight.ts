import { useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { listArrows } from '../../board/edits/arrows.ts';
import { type ElementKey, makeKey } from '../../board/element-key.ts';
import type { LabParts } from '../../lab/lab-parts.ts';
import type { Model } from '../../model/schema.ts';
import { makeArrowId } from '../map-arrows.ts';
import type { BoundaryMarks } from './boundary-marks.ts';

/** What is in the spotlight as marks on the board; null where everything is. */
export function useSpotlight({ board, desk }: Pick<LabParts, 'board' | 'desk'>): BoundaryMarks | null {
  const keys = useStore(desk, ({ spotlight }) => spotlight);
  const model = useSyncExternalStore(board.listen, () => board.state().parsed.model);
  return useMemo(() => (keys === null || model === null ? null : markSpotlight(keys, model)), [keys, model]);
}

/** The elements, the frames around them, and the arrows between them. */
export function markSpotlight(keys: readonly ElementKey[], model: Model): BoundaryMarks {
  const lit = new Set(keys);
  const frames = Object.entries(model.aggregates ?? {}).filter(([, { events = [] }]) =>
    events.some((event) => lit.has(makeKey('event', event))),
  );
  const arrows = listArrows(model).filter(({ from, to }) => lit.has(from) && lit.has(to));
  const elements = [...keys, ...frames.map(([name]) => makeKey('aggregate', name))];
  return {
    elements: new Map(elements.map((key) => [key, null])),
    arrows: new Map(arrows.map((arrow) => [makeArrowId(arrow), null])),
    outlines: new Map(),
    frames: new Map(),
  };
}
