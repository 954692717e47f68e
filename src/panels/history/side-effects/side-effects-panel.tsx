import './side-effects.css';
import { useSyncExternalStore } from 'react';
import type { GoTo } from '../../../lab/history/go-to.ts';
import type { SideEffectState, SideEffects } from '../../../lab/history/side-effects.ts';
import { countOf } from '../../../lib/format-number.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { EffectTable } from './effect-table.tsx';
import { SystemList } from './system-list.tsx';

export interface SideEffectsPanelProps {
  readonly sideEffects: SideEffects;
  readonly goTo: GoTo;
}

/** The outbox of the board's log: what is to be done because of its events, and what was. */
export function SideEffectsPanel({ sideEffects, goTo }: SideEffectsPanelProps) {
  const state = useSyncExternalStore(sideEffects.listen, sideEffects.state);
  if (state === null) return <p className="empty">The log is being opened…</p>;
  const { effects, systems, identities, isHeld, trouble } = state;
  return (
    <div className="side-effects">
      <header className="side-effects-line">
        <p className="side-effects-headline" role="status">
          {sayHeadline(state)}
        </p>
        <button
          className="button"
          type="button"
          aria-pressed={isHeld}
          onClick={() => sideEffects.hold(!isHeld)}
        >
          {isHeld ? 'Let go' : 'Hold back'}
        </button>
      </header>
      {trouble !== null && <Notice kind="trouble">{trouble}</Notice>}
      {systems.length > 0 && <SystemList systems={systems} onBehave={sideEffects.behave} />}
      {effects.length > 0 ? (
        <EffectTable effects={effects} goTo={goTo} onRun={sideEffects.run} />
      ) : (
        <EmptyState
          title="No event has led to anything yet"
          actions={
            <button className="button button-main" type="button" onClick={goTo.log}>
              Go to the log
            </button>
          }
        >
          Events that an external system is told about, or a policy reacts to, put a task here in the
          transaction that appends them. It is done once, and never when the log is replayed or read from an
          archive.
        </EmptyState>
      )}
      {identities.length > 0 && <Identities identities={identities} />}
    </div>
  );
}

function sayHeadline({ effects, isHeld }: SideEffectState): string {
  const open = effects.filter(({ state }) => state === 'waiting' || state === 'running').length;
  const failed = effects.filter(({ state }) => state === 'failed' || state === 'stopped').length;
  const parts = [
    open === 0 ? 'Nothing is waiting' : `${countOf(open, 'task is', 'tasks are')} to be done`,
    failed === 0 ? '' : `${countOf(failed, 'needs', 'need')} a person`,
    isHeld ? 'all are held back' : '',
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}

/** What is ours and theirs. */
function Identities({ identities }: Pick<SideEffectState, 'identities'>) {
  return (
    <table className="side-effects-table">
      <caption>Who is called what</caption>
      <thead>
        <tr>
          <th scope="col">System</th>
          <th scope="col">Ours</th>
          <th scope="col">Theirs</th>
        </tr>
      </thead>
      <tbody>
        {identities.map(({ system, ours, theirs }) => (
          <tr key={`${system} ${ours}`}>
            <td>{system}</td>
            <td className="model">{ours}</td>
            <td className="model">{theirs}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
