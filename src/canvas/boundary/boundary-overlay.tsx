import './boundary.css';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { LabEngine } from '../../lab/engine.ts';
import type { LabDeskStore } from '../../lab/lab-desk.ts';
import type { RaceResults } from '../../lab/race-results.ts';
import { useCanvas } from '../canvas.ts';
import { BoundaryLegend } from './boundary-legend.tsx';
import { BoundaryOutlines } from './boundary-outlines.tsx';
import { type ShownBoundary, useBoundary } from './use-boundary.ts';
import { useSubject } from './use-subject.ts';

export interface BoundaryOverlayProps {
  readonly lab: LabDeskStore;
  readonly engine: LabEngine;
  readonly results: RaceResults;
}

/** What the selected command needs to decide, and what of it is guarded, over the board. */
export function BoundaryOverlay({ lab, engine, results }: BoundaryOverlayProps) {
  const canvas = useCanvas();
  const command = useSubject(canvas);
  const boundary = useBoundary(command, canvas.board, lab, engine);
  useDimming(boundary?.state === 'shown' ? boundary : null);
  if (boundary === null) return null;
  return (
    <>
      {boundary.state === 'shown' && (
        <BoundaryOutlines marks={boundary.marks} isLock={boundary.report.guard.kind === 'locks'} />
      )}
      <div className="boundary-room">
        <BoundaryLegend boundary={boundary} lab={lab} results={results} />
      </div>
    </>
  );
}

type Shown = Extract<ShownBoundary, { readonly state: 'shown' }>;

/** Dims what is not in the boundary. Only a change of the strategy is shown as a change. */
function useDimming(shown: Shown | null): void {
  const canvas = useCanvas();
  const before = useRef<Shown | null>(null);
  useLayoutEffect(() => {
    const isSwitched =
      shown !== null &&
      before.current?.report.command === shown.report.command &&
      before.current.report.strategy !== shown.report.strategy;
    const root = canvas.root.current;
    if (root && shown === null) delete root.dataset['boundary'];
    else if (root) root.dataset['boundary'] = isSwitched ? 'switched' : 'on';
    before.current = shown;
    canvas.showBoundary(shown?.marks ?? null);
  }, [canvas, shown]);
  useEffect(
    () => () => {
      delete canvas.root.current?.dataset['boundary'];
      canvas.showBoundary(null);
    },
    [canvas],
  );
}
