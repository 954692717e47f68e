import { Users } from 'lucide-react';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { PredictStep } from '../lesson.ts';
import { MainButton } from '../main-button.tsx';
import { Paragraphs } from '../prose-text.tsx';
import { type Answers, sayHands, sayScore } from '../score.ts';
import { useLesson, usePrediction } from '../use-lesson.ts';

export interface AskFormProps {
  readonly step: PredictStep;
  /** The rows that are asked about, with the right answer of each. */
  readonly answers: Answers;
  /** Shown instead of what comes of it as long as that is being worked out. */
  readonly waiting?: ReactNode;
  readonly children: ReactNode;
}

/** A question with its rows, and what comes of it once the answers are shown. */
export function AskForm({ step, answers, waiting = null, children }: AskFormProps) {
  const { isTeacher, parts } = useLesson();
  const { choices, isCounting, isShown, show } = usePrediction(step);
  const [isHinting, setIsHinting] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const wasJustShown = useRef(false);
  const open = Object.keys(answers).filter((row) => choices[row] === undefined);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const [first] = open;
    if (first === undefined || isTeacher || isCounting) {
      wasJustShown.current = true;
      parts.desk.getState().select(step.select ?? []);
      show();
      return;
    }
    setIsHinting(true);
    form.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(first)}"] input`)?.focus();
  };
  return (
    <form ref={form} className="lesson-ask" onSubmit={onSubmit}>
      <h3>{step.ask}</h3>
      {children}
      {isShown && waiting}
      {isShown && waiting === null && (
        <Result step={step} answers={answers} takesFocus={wasJustShown.current} />
      )}
      {!isShown && (
        <>
          <p className="lesson-hint" role="status">
            {isHinting && open.length > 0 && 'First say what you expect. A guess will do.'}
          </p>
          <MainButton>{isTeacher ? 'Show answers to all' : 'Show what happens'}</MainButton>
          {!isTeacher && <CountButton isCounting={isCounting} />}
        </>
      )}
    </form>
  );
}

function CountButton({ isCounting }: { readonly isCounting: boolean }) {
  const { run } = useLesson();
  return (
    <button
      className="lesson-quiet"
      type="button"
      aria-pressed={isCounting}
      onClick={() => run.getState().startCounting(!isCounting)}
    >
      <Users size={16} aria-hidden="true" />
      {isCounting ? 'Put the hand counters away' : 'Count the hands in the room first'}
    </button>
  );
}

interface ResultProps {
  readonly step: PredictStep;
  readonly answers: Answers;
  /** It is read out, and Enter goes on from here. */
  readonly takesFocus: boolean;
}

function Result({ step, answers, takesFocus }: ResultProps) {
  const { goOn } = useLesson();
  const { choices, hands } = usePrediction(step);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  const counted = sayHands(answers, hands);
  return (
    <div className="lesson-result">
      <h3 ref={heading} tabIndex={-1}>
        {sayScore(answers, choices)}
      </h3>
      {counted !== null && <p className="lesson-count">{counted}</p>}
      <Paragraphs text={step.after} />
      <MainButton onClick={goOn}>Go on</MainButton>
    </div>
  );
}
