import { type KeyboardEvent, lazy, type PointerEvent, type ReactNode, Suspense, useState } from 'react';
import { useStore } from 'zustand';
import { keep, readKept } from '../kept.ts';
import { LabBar } from '../lab/lab-bar.tsx';
import type { OpenBoard } from '../open-board.ts';

const Lab = lazy(async () => ({ default: (await import('../lab/lab.tsx')).Lab }));

const LOWEST = 160;
const STEP = 40;

export interface LabDrawerProps {
  readonly open: OpenBoard;
  /** One line about the model, shown while the lab is closed. */
  readonly summary: ReactNode;
}

/** The lab under the board: closed to a line, as tall as one drags it, or over the whole page. */
export function LabDrawer({ open, summary }: LabDrawerProps) {
  const size = useStore(open.lab, (held) => held.size);
  const [height, setHeight] = useState(() => clamp(Number(readKept('lab-height') ?? innerHeight * 0.5)));
  const resize = (wanted: number) => {
    const next = clamp(wanted);
    setHeight(next);
    keep('lab-height', String(next));
  };
  return (
    <section className={`lab lab-${size}`} aria-label="Lab">
      {size === 'open' && <Grip height={height} onResize={resize} />}
      <LabBar open={open} summary={summary} />
      {size !== 'closed' && (
        <div className="lab-body" id="lab-body" {...(size === 'open' ? { style: { height } } : {})}>
          <Suspense fallback={<p className="empty">Opening the lab…</p>}>
            <Lab {...open} />
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
