import { useEffect, useRef } from 'react';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { sayIssued } from './say-issued.ts';
import { sayTime } from './say-time.ts';
import type { IssueState } from './use-issue.ts';

export interface IssueProgressProps {
  readonly state: IssueState;
  readonly onAppend: () => void;
  readonly onGiveUp: () => void;
}

/** How far a command has come, and in the end what became of it. */
export function IssueProgress({ state, onAppend, onGiveUp }: IssueProgressProps) {
  const told = useRef<HTMLDivElement>(null);
  // What became of it may lie below the edge.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever there is more to tell
  useEffect(() => {
    told.current?.scrollIntoView({ block: 'nearest' });
  }, [state]);
  return (
    <div className="log-issue" role="status" aria-busy={state.isRunning && !state.isWaiting} ref={told}>
      {state.isWaiting ? (
        <Waiting state={state} onAppend={onAppend} onGiveUp={onGiveUp} />
      ) : state.isRunning ? (
        <p className="log-issue-title">
          {state.step?.waits ? 'Waiting: another command holds the lock…' : 'Under way…'}
          {state.step?.waits === true && (
            <button className="button" type="button" onClick={onGiveUp}>
              Give up
            </button>
          )}
        </p>
      ) : (
        <Outcome state={state} />
      )}
    </div>
  );
}

function Waiting({ state: { step, order }, onAppend, onGiveUp }: IssueProgressProps) {
  const events = step?.decision?.kind === 'accepted' ? step.decision.events : [];
  return (
    <>
      <p className="log-issue-title">It has read up to position {step?.head ?? 0} and decided</p>
      <p className="log-story">
        {order.command.command} is accepted, as things stand, with{' '}
        {events.map(({ type }) => type).join(' and ')}
        {step?.stream !== undefined && `, for stream ${step.stream}`}. Nothing is written yet: let somebody
        else write first, here in another tab, and then append.
      </p>
      <div className="log-form-foot">
        <button className="button button-main" type="button" onClick={onAppend}>
          Append now
        </button>
        <button className="button" type="button" onClick={onGiveUp}>
          Give up
        </button>
      </div>
    </>
  );
}

function Outcome({ state: { result, isGivenUp, startedAt } }: { readonly state: IssueState }) {
  if (isGivenUp) return <p className="log-issue-title">Given up: nothing was written.</p>;
  if (result === null) return null;
  const { finding, title, lines } = sayIssued(result);
  return (
    <>
      <p className="log-issue-title">
        {finding !== null && <VerdictMark finding={finding} isNamed />}
        {title}
        <time className="log-issue-time">{sayTime(startedAt, Date.parse(startedAt))}</time>
      </p>
      {lines.map((line) => (
        <p key={line} className="log-story">
          {line}
        </p>
      ))}
    </>
  );
}
