import { ChevronDown, ChevronUp } from 'lucide-react';
import { type KeyboardEvent, lazy, type PointerEvent, type ReactNode, Suspense, useState } from 'react';
import type { Board } from '../../board/board.ts';
import { keep, readKept } from '../kept.ts';

const Lab = lazy(async () => ({ default: (await import('../lab/lab.tsx')).Lab }));

const LOWEST = 160;
const STEP = 40;

export interface LabDrawerProps {
  readonly board: Board;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** One line about the model, beside the name of the lab. */
  readonly children: ReactNode;
}

/** The lab under the board, as tall as one drags it. */
export function LabDrawer({ board, isOpen, onToggle, children }: LabDrawerProps) {
  const [height, setHeight] = useState(() => clamp(Number(readKept('lab-height') ?? 380)));
  const resize = (wanted: number) => {
    const next = clamp(wanted);
    setHeight(next);
    keep('lab-height', String(next));
  };
  return (
    <section className="lab" aria-label="Lab">
      {isOpen && <Grip height={height} onResize={resize} />}
      <div className="lab-line">
        <button className="lab-toggle" type="button" aria-expanded={isOpen} onClick={onToggle}>
          {isOpen ? <ChevronDown size={16} aria-hidden="true" /> : <ChevronUp size={16} aria-hidden="true" />}
          Lab
        </button>
        {children}
      </div>
      {isOpen && (
        <div className="lab-body" style={{ height }}>
          <Suspense fallback={<p className="empty">Opening the lab…</p>}>
            <Lab board={board} />
          </Suspense>
        </div>
      )}
    </section>
  );
}

interface GripProps {
  readonly height: number;
  readonly onResize: (height: number) => void;
}

function Grip({ height, onResize }: GripProps) {
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onResize(height + event.currentTarget.getBoundingClientRect().top - event.clientY);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowUp') onResize(height + STEP);
    else if (event.key === 'ArrowDown') onResize(height - STEP);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a line between two panes that can be moved is no <hr>
    <div
      className="lab-grip"
      role="separator"
      aria-orientation="horizontal"
      aria-label="Height of the lab"
      aria-valuemin={LOWEST}
      aria-valuemax={highest()}
      aria-valuenow={height}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  );
}

function clamp(height: number): number {
  return Math.round(Math.max(LOWEST, Math.min(Number.isFinite(height) ? height : LOWEST, highest())));
}

/** Some of the board stays in sight. */
function highest(): number {
  return Math.max(LOWEST, innerHeight - 240);
}
