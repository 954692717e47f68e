import type { Act, LiveStep } from '../lesson.ts';
import type { LiveRun } from '../lesson-run.ts';
import { MainButton } from '../main-button.tsx';

export interface LiveActsProps {
  readonly step: LiveStep;
  readonly live: LiveRun;
  /** How many checks are met. */
  readonly met: number;
  readonly onAct: (act: Act) => void;
}

/** What there is to do: the next thing first, and what was done once more for whoever likes. */
export function LiveActs({ step, live, met, onAct }: LiveActsProps) {
  const { acts, checks } = step;
  const { acted, doing, told } = live;
  const next = acts.find(({ id }) => !acted.includes(id));
  const isDue = next !== undefined && next.after <= met && doing === null;
  const again = acts.filter(({ id }) => acted.includes(id));
  const isDone = met === checks.length;
  return (
    <section className="lesson-task" aria-label="Your turn">
      <h3>Your turn</h3>
      {again.length > 0 && (
        <ul className="lesson-acts" aria-label="Done already">
          {again.map((act) => (
            <li key={act.id}>
              <span>{act.label}</span>
              <button
                className="link-button"
                type="button"
                aria-label={`Once more: ${act.label}`}
                disabled={doing !== null}
                onClick={() => onAct(act)}
              >
                Once more
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="lesson-happened" role="status">
        {told}
      </p>
      {isDue && !isDone && <MainButton onClick={() => onAct(next)}>{next.label}</MainButton>}
      {!isDue && !isDone && (
        <p className="lesson-working">
          A moment: it is still under way… If nothing comes of it, begin this step anew.
        </p>
      )}
    </section>
  );
}
