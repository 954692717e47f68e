import { useEffect, useMemo, useRef } from 'react';
import type { ChangeStep } from '../lesson.ts';
import { MainButton } from '../main-button.tsx';
import { Paragraphs, ProseText } from '../prose-text.tsx';
import { useLesson } from '../use-lesson.ts';
import { useMet } from '../use-met.ts';
import { CheckList } from './check-list.tsx';

/** Something to do on the board, and whether it is done. */
export function ChangeBody({ step }: { readonly step: ChangeStep }) {
  const { parts, goOn } = useLesson();
  const { checks, task, ways, solution, after } = step;
  const met = useMet(useMemo(() => checks.map(({ fact }) => fact), [checks]));
  const isDone = met.every((isMet) => isMet);
  return (
    <>
      <section className="lesson-task" aria-label="Your turn">
        <h3>Your turn</h3>
        <p className="lesson-tell">
          <ProseText>{task}</ProseText>
        </p>
        <ul className="lesson-ways" aria-label="How it is done">
          {ways.map((way) => (
            <li key={way}>
              <ProseText>{way}</ProseText>
            </li>
          ))}
        </ul>
      </section>
      <CheckList checks={checks} met={met} />
      {isDone ? (
        <Done after={after} onGoOn={goOn} />
      ) : (
        <button
          className="lesson-quiet"
          type="button"
          onClick={() => parts.board.edit(solution.label, solution.edit)}
        >
          Do it for me
        </button>
      )}
    </>
  );
}

interface DoneProps {
  readonly after: ChangeStep['after'];
  readonly onGoOn: () => void;
}

function Done({ after, onGoOn }: DoneProps) {
  const words = useRef<HTMLDivElement>(null);
  useEffect(() => {
    void words.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <>
      <div ref={words} className="lesson-done" role="status">
        <Paragraphs text={after} />
      </div>
      <MainButton onClick={onGoOn}>Go on</MainButton>
    </>
  );
}
