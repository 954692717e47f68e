import './live.css';
import { useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { LabParts } from '../../lab/lab-parts.ts';
import type { LiveRuns } from '../../lab/live-runs.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FreelyForm } from './freely-form.tsx';
import { SessionReport } from './session-report.tsx';
import { SteppedForm } from './stepped-form.tsx';
import { useRunOrders } from './use-run-orders.ts';

export interface RunPaneProps {
  readonly parts: LabParts;
  readonly runs: LiveRuns;
}

/** Runs the race on the desk on a real store: step by step along the shown schedule, or freely and often. */
export function RunPane({ parts, runs }: RunPaneProps) {
  const { lab, results } = parts;
  const strategy = useStore(lab, (held) => held.strategy);
  const choice = useStore(lab, (held) => held.race);
  const entries = useSyncExternalStore(results.listen, results.state);
  const { shown, session, isRunning, step, runFreely } = useRunOrders(parts, runs);
  const choose = (value: string) => {
    if (value === 'found') return;
    lab.getState().openRace({ kind: 'kept', at: Number(value) });
    lab.getState().show('log');
  };
  if (shown.race === null && entries.length === 0) {
    return (
      <p className="live-story">
        This board has no race yet. A race is a past, and commands that run at the same time: make one in the
        Races tab, and run it here.
      </p>
    );
  }
  return (
    <div className="live">
      <Field label="Race">
        {(id) => (
          <select
            id={id}
            value={choice?.kind === 'found' ? 'found' : String(choice?.at ?? 0)}
            onChange={({ target }) => choose(target.value)}
          >
            {choice?.kind === 'found' && <option value="found">{choice.race.name} (found)</option>}
            {entries.map(({ at, name, race }) => (
              <option key={at} value={at} disabled={race === null}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <p className="live-small" title={STRATEGIES[strategy].summary}>
        Under <b>{STRATEGIES[strategy].name}</b>, on a store of its own that is emptied before each run and
        given the race’s past.
      </p>
      {shown.problem !== null && <Notice kind="trouble">This race cannot be run so: {shown.problem}</Notice>}
      <SteppedForm told={shown.told} onStep={step} />
      <FreelyForm onRun={runFreely} />
      {session !== null && <SessionReport session={session} isRunning={isRunning} onCancel={runs.cancel} />}
    </div>
  );
}
