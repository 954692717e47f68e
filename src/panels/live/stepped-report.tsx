import type { SteppedSession } from '../../lab/live-runs.ts';
import type { StepTrait } from '../../runs/compare-told.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { sayComparison } from './say-runs.ts';

/** The steps of a run as they were taken, and in the end whether all came out as explored. */
export function SteppedReport({ session }: { readonly session: SteppedSession }) {
  const { steps, order, comparison } = session;
  const waiting = order.told.steps.slice(steps.length);
  return (
    <>
      {comparison !== null && (
        <p className={comparison.isEqual ? 'live-story live-equal' : 'live-story live-unequal'}>
          {sayComparison(session)}
        </p>
      )}
      <ol className="live-steps" aria-label="Steps">
        {steps.map(({ command, step, verdict, outcome, wrote }, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added
            key={index}
            className={index === steps.length - 1 ? 'live-step live-step-last' : 'live-step'}
          >
            <span>
              #{command + 1} {step}
            </span>
            {verdict !== undefined && <VerdictMark finding={verdict} size={14} isNamed />}
            <span className="muted">
              {wrote !== undefined && wrote.length > 0 ? `wrote ${wrote.join(', ')}` : outcome}
            </span>
            {comparison !== null && <Agreement traits={comparison.steps[index] ?? ['step']} />}
          </li>
        ))}
        {session.state === 'running' &&
          waiting.map(({ command, step }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they are taken from the front
            <li key={steps.length + index} className="live-step live-step-waiting">
              #{command + 1} {step}
            </li>
          ))}
      </ol>
    </>
  );
}

function Agreement({ traits }: { readonly traits: readonly StepTrait[] }) {
  if (traits.length === 0) return <span className="live-agrees">as explored</span>;
  return <span className="live-differs">another {traits.join(', ')}</span>;
}
