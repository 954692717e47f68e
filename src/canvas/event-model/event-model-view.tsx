import '@xyflow/react/dist/base.css';
import './event-model.css';
import './event-model-notes.css';
import './event-model-cards.css';
import { ReactFlowProvider } from '@xyflow/react';
import { useMemo, useState, useSyncExternalStore } from 'react';
import type { AnalysisSource } from '../../board/analysis.ts';
import type { Board } from '../../board/board.ts';
import type { DeskStore } from '../../board/desk.ts';
import type { LayoutService } from '../../board/layout.ts';
import type { ActionRegistry } from '../../ui/actions.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { EventModelFlow } from './event-model-flow.tsx';
import { makeScene } from './scene.ts';
import { StageProvider } from './stage.tsx';
import { useSliceActions } from './use-slice-actions.ts';
import { useWalk } from './use-walk.ts';

export interface EventModelViewProps {
  readonly board: Board;
  readonly desk: DeskStore;
  readonly analysis: AnalysisSource;
  readonly actions: ActionRegistry;
  readonly layout: LayoutService;
}

/** The board as an event model: time to the right, slices as columns, and red where information has no source. */
export function EventModelView({ board, desk, analysis, actions }: EventModelViewProps) {
  const { document, parsed } = useSyncExternalStore(board.listen, board.state);
  const found = useSyncExternalStore(analysis.listen, analysis.state);
  const [activeId, activate] = useState<string | null>(null);
  const scene = useMemo(
    () => (parsed.model === null ? null : makeScene(document, parsed.model, found)),
    [document, parsed.model, found],
  );
  useSliceActions(board, actions);
  const walk = useWalk(desk, actions, scene?.model.slices?.length ?? 0);
  const stage = useMemo(
    () => (scene === null ? null : { board, desk, scene, activeId, activate }),
    [board, desk, scene, activeId],
  );
  if (stage === null) {
    return (
      <EmptyState title="Nothing to lay out">This document is not a model that can be drawn.</EmptyState>
    );
  }
  return (
    <StageProvider value={stage}>
      <ReactFlowProvider>
        <EventModelFlow walk={walk} />
      </ReactFlowProvider>
    </StageProvider>
  );
}
