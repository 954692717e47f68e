import type { ReactNode } from 'react';
import { FINDINGS } from '../../../exploration/findings.ts';
import type { ToldSchedule, ToldStep } from '../../../exploration/result.ts';
import { VerdictMark } from '../../../ui/verdict-mark.tsx';
import { listStreams, sayAct, sayCommand, sayFound } from '../say-told.ts';
import { useLesson } from '../use-lesson.ts';

export interface ToldLineProps {
  readonly told: ToldSchedule;
  /** Its place in the schedule, from 0. */
  readonly at: number;
  /** Whether it is said how a write ended. */
  readonly isShown: boolean;
  /** Below the line. */
  readonly children?: ReactNode;
}

/** One step of a race in a line, and how it ended. */
export function ToldLine({ told, at, isShown, children }: ToldLineProps) {
  const step = told.steps[at];
  if (step === undefined) return null;
  return (
    <li className="lesson-line">
      <span className="lesson-line-number">{at + 1}</span>
      <div>
        <p className="lesson-line-head">
          <b>
            {sayCommand(step.command)} {sayAct(step)}
          </b>
          <Detail told={told} step={step} />
        </p>
        {isShown && <Ending told={told} step={step} />}
        {children}
      </div>
    </li>
  );
}

function Detail({ told, step }: { readonly told: ToldSchedule; readonly step: ToldStep }) {
  const { rules } = useLesson().lesson;
  if (step.step === 'read') {
    const found = sayFound(told, step, rules);
    return found === '' ? null : <span>sees: {found}</span>;
  }
  const streams = listStreams(step);
  if (streams.length === 0) return null;
  return (
    <span>
      to {streams.length === 1 ? 'stream' : 'streams'}{' '}
      {streams.map((stream) => (
        <code key={stream}>{stream}</code>
      ))}
    </span>
  );
}

/** How a write ended, and what had changed since the read; a read that ends with a refusal says so. */
function Ending({ told, step }: { readonly told: ToldSchedule; readonly step: ToldStep }) {
  const { rules } = useLesson().lesson;
  const { verdict, outcome } = step;
  if (step.step === 'read' && outcome === 'rejected') {
    return <p className="lesson-ending">Refused by its rules: it writes nothing.</p>;
  }
  if (verdict === undefined) return null;
  const [then, now] = [sayFound(told, step, rules), sayFound(told, step, rules, 'now')];
  return (
    <>
      <p className="lesson-ending">
        <VerdictMark finding={verdict} size={16} />
        <b>{FINDINGS[verdict].name}</b>
        <span>{FINDINGS[verdict].meaning}</span>
      </p>
      {then !== now && (
        <p className="lesson-then">
          <span>when it read: {then}</span> <span>now: {now}</span>
        </p>
      )}
    </>
  );
}
