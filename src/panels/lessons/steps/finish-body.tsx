import type { FinishStep } from '../lesson.ts';
import { findLesson } from '../lesson-list.ts';
import { MainButton } from '../main-button.tsx';
import { ProseText } from '../prose-text.tsx';
import { useLesson } from '../use-lesson.ts';

/** What to take home, and where to go on. */
export function FinishBody({ step }: { readonly step: FinishStep }) {
  const { open, leave, keepBoard } = useLesson();
  const next = step.next === null ? undefined : findLesson(step.next);
  return (
    <>
      <ul className="lesson-home">
        {step.home.map((prose) => (
          <li key={prose}>
            <ProseText>{prose}</ProseText>
          </li>
        ))}
      </ul>
      {next ? (
        <MainButton onClick={() => open(next.id)}>
          Lesson {next.number}: {next.title}
        </MainButton>
      ) : (
        <MainButton onClick={leave}>To your own board</MainButton>
      )}
      <div className="lesson-pair">
        <button className="lesson-quiet" type="button" onClick={keepBoard}>
          Go on with this board
        </button>
        {next && (
          <button className="lesson-quiet" type="button" onClick={leave}>
            To your own board
          </button>
        )}
      </div>
    </>
  );
}
