import './live.css';
import { Database } from 'lucide-react';
import { useState } from 'react';
import type { LabParts } from '../../lab/lab-parts.ts';
import type { LiveRuns, RunSession } from '../../lab/live-runs.ts';
import { Popover } from '../../ui/popover.tsx';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { sayComparison, sayFreeRuns, worstOf } from './say-runs.ts';
import { PACES } from './stepped-form.tsx';
import { useRunOrders } from './use-run-orders.ts';

const TIMES = 100;
const THINK_MS = 20;

export interface RunOnStoreProps {
  readonly parts: LabParts;
  readonly runs: LiveRuns;
}

/** A button beside a race that is told: run it for real from there, and what came of the last time. */
export function RunOnStore({ parts, runs }: RunOnStoreProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      label="On a real store"
      align="end"
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <button className="button button-quiet" type="button">
          <Database size={14} aria-hidden="true" /> On a real store
        </button>
      }
    >
      {isOpen && <RealRun parts={parts} runs={runs} />}
    </Popover>
  );
}

function RealRun({ parts, runs }: RunOnStoreProps) {
  const { session, shown, isRunning, step, runFreely } = useRunOrders(parts, runs);
  const own = session !== null && session.order.race.name === shown.race?.name ? session : null;
  return (
    <div className="run-on-store">
      <p>
        Does it come out as explored? Run it on an event store in this browser: the shown schedule step by
        step, or all commands at the same time, as they happen to meet.
      </p>
      <div className="run-on-store-buttons">
        {isRunning ? (
          <button className="button" type="button" onClick={runs.cancel}>
            Cancel
          </button>
        ) : (
          <>
            <button
              className="button"
              type="button"
              disabled={step === null}
              onClick={() => step?.(PACES[2].ms)}
            >
              Step it
            </button>
            <button
              className="button"
              type="button"
              disabled={runFreely === null}
              onClick={() => runFreely?.(TIMES, THINK_MS)}
            >
              Run {TIMES} times
            </button>
          </>
        )}
        {own !== null && (
          <button className="link-button" type="button" onClick={() => parts.lab.getState().show('log')}>
            See its log
          </button>
        )}
      </div>
      <p className="run-on-store-told" role="status">
        {own !== null && <Told session={own} />}
      </p>
    </div>
  );
}

function Told({ session }: { readonly session: RunSession }) {
  const { state, failure } = session;
  if (failure !== null) return failure;
  if (session.kind === 'free') {
    const done = session.tally?.runs ?? 0;
    return state === 'running' ? `${done} of ${session.order.times} runs…` : sayFreeRuns(session);
  }
  if (session.comparison !== null) {
    const worst = worstOf(session);
    return (
      <>
        {worst !== null && <VerdictMark finding={worst} size={14} isNamed />} {sayComparison(session)}
      </>
    );
  }
  const taken = `${session.steps.length} of ${session.order.told.steps.length} steps`;
  return state === 'running' ? `${taken}…` : `Cancelled after ${taken}.`;
}
