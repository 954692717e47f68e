import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { DeskStore } from '../../board/desk.ts';
import { type Action, type ActionRegistry, useActions } from '../../ui/actions.ts';

export interface Walk {
  readonly at: number;
  readonly count: number;
  readonly on: () => void;
  readonly back: () => void;
  readonly end: () => void;
}

/** The walk through the slices, with the keys of a keyboard and of a presenter; null while nobody walks. */
export function useWalk(desk: DeskStore, actions: ActionRegistry, count: number): Walk | null {
  const walkAt = useStore(desk, (held) => held.walkAt);
  const at = walkAt === null || count === 0 ? null : Math.min(Math.max(walkAt, 0), count - 1);
  const walk = useMemo<Walk | null>(() => {
    if (at === null) return null;
    const { walkTo } = desk.getState();
    return {
      at,
      count,
      on: () => walkTo(at + 1 < count ? at + 1 : null),
      back: () => walkTo(Math.max(0, at - 1)),
      end: () => walkTo(null),
    };
  }, [at, count, desk]);
  useActions(
    actions,
    useMemo(() => (walk === null ? [startWalk(desk, count)] : listSteps(walk)), [walk, desk, count]),
  );
  return walk;
}

function startWalk(desk: DeskStore, count: number): Action {
  return {
    id: 'event-model.walk',
    label: 'Walk through the event model',
    group: 'Event model',
    scope: 'page',
    words: ['present', 'tell', 'slides', 'story'],
    isEnabled: () => count > 0,
    run: () => desk.getState().walkTo(0),
  };
}

function listSteps({ on, back, end }: Walk): Action[] {
  const common = { group: 'Event model', scope: 'page' } as const;
  return [
    {
      ...common,
      id: 'event-model.next',
      label: 'Next slice',
      keys: ['ArrowRight', 'Space', 'PageDown'],
      run: on,
    },
    {
      ...common,
      id: 'event-model.previous',
      label: 'Previous slice',
      keys: ['ArrowLeft', 'Shift+Space', 'PageUp'],
      run: back,
    },
    { ...common, id: 'event-model.end', label: 'End the walk', keys: ['Escape'], run: end },
  ];
}
