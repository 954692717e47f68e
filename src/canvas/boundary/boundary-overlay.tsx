import './boundary.css';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RaceChoice } from '../../lab/lab-desk.ts';
import type { LabParts } from '../../lab/lab-parts.ts';
import { useCanvas } from '../canvas.ts';
import { focusNote } from '../hands/focus-note.ts';
import { BoundaryLegend } from './boundary-legend.tsx';
import type { BoundaryMarks } from './boundary-marks.ts';
import { BoundaryOutlines } from './boundary-outlines.tsx';
import { type ShownBoundary, useBoundary } from './use-boundary.ts';
import { useSpotlight } from './use-spotlight.ts';
import { useSubject } from './use-subject.ts';

/** What a command needs to decide, and what of it is guarded, over the board. */
export function BoundaryOverlay(parts: LabParts) {
  const { desk, lab, results } = parts;
  const canvas = useCanvas();
  const wanted = useSubject(parts);
  const [closed, setClosed] = useState<RaceChoice | null>(null);
  // What was closed beside a race stays away while that race is stepped through.
  const subject = wanted?.race && wanted.race === closed ? null : wanted;
  const boundary = useBoundary(subject, parts);
  useDimming(boundary?.state === 'shown' ? boundary : null, useSpotlight(parts));
  if (boundary === null) return null;
  const close = () => {
    setClosed(boundary.subject.race);
    desk.getState().select([]);
    focusNote(canvas);
  };
  return (
    <>
      {boundary.state === 'shown' && (
        <BoundaryOutlines marks={boundary.marks} isLock={boundary.report.guard.kind === 'locks'} />
      )}
      <div className="boundary-room">
        <BoundaryLegend boundary={boundary} lab={lab} results={results} onClose={close} />
      </div>
    </>
  );
}

type Shown = Extract<ShownBoundary, { readonly state: 'shown' }>;

/** Dims what is not in the boundary, or where there is none what is not in the spotlight. Only a change of the strategy is shown as a change. */
function useDimming(shown: Shown | null, spotlight: BoundaryMarks | null): void {
  const canvas = useCanvas();
  const before = useRef<Shown | null>(null);
  useLayoutEffect(() => {
    const isSwitched =
      shown !== null &&
      before.current?.report.command === shown.report.command &&
      before.current.report.strategy !== shown.report.strategy;
    const root = canvas.root.current;
    if (root && shown === null && spotlight === null) delete root.dataset['boundary'];
    else if (root) root.dataset['boundary'] = isSwitched ? 'switched' : 'on';
    before.current = shown;
    canvas.showBoundary(shown?.marks ?? spotlight);
  }, [canvas, shown, spotlight]);
  useEffect(
    () => () => {
      delete canvas.root.current?.dataset['boundary'];
      canvas.showBoundary(null);
    },
    [canvas],
  );
}
