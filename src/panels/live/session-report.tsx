import { useEffect, useRef } from 'react';
import type { RunSession } from '../../lab/live-runs.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { Notice } from '../../ui/notice.tsx';
import { FreeReport } from './free-report.tsx';
import { SteppedReport } from './stepped-report.tsx';

export interface SessionReportProps {
  readonly session: RunSession;
  readonly isRunning: boolean;
  readonly onCancel: () => void;
}

/** How far a run has come, and what it showed. */
export function SessionReport({ session, isRunning, onCancel }: SessionReportProps) {
  const { order, failure } = session;
  const { done, whole } = countDone(session);
  const report = useRef<HTMLElement>(null);
  // What was asked for last may be told below the edge.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each order
  useEffect(() => {
    report.current?.scrollIntoView({ block: 'start' });
  }, [order]);
  return (
    <section className="live-session" aria-label="Last run" ref={report}>
      <header className="live-session-head">
        <h3>
          {order.race.name} <span className="muted">under</span> {STRATEGIES[order.strategy].name}
        </h3>
        {isRunning && (
          <button className="button" type="button" onClick={onCancel}>
            Cancel
          </button>
        )}
      </header>
      <p className="live-state" aria-live={isRunning ? 'off' : 'polite'}>
        {sayState(session, done, whole)}
      </p>
      <progress
        className="live-progress"
        aria-label={order.kind === 'free' ? 'Runs that have ended' : 'Steps that are taken'}
        max={whole}
        value={done}
      />
      {failure !== null && <Notice kind="trouble">{failure}</Notice>}
      {session.kind === 'free' ? <FreeReport session={session} /> : <SteppedReport session={session} />}
    </section>
  );
}

function countDone(session: RunSession): { readonly done: number; readonly whole: number } {
  return session.kind === 'free'
    ? { done: session.tally?.runs ?? 0, whole: session.order.times }
    : { done: session.steps.length, whole: session.order.told.steps.length };
}

function sayState({ state, kind }: RunSession, done: number, whole: number): string {
  const unit = kind === 'free' ? 'run' : 'step';
  const all = `${whole} ${whole === 1 ? unit : `${unit}s`}`;
  switch (state) {
    case 'running':
      return `Running: ${done} of ${all}`;
    case 'over':
      return `Done: ${all}`;
    case 'cancelled':
      return `Cancelled after ${done} of ${all}`;
    case 'failed':
      return `Stopped after ${done} of ${all}`;
  }
}
