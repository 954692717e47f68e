import './lessons.css';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { JsonObject } from '../../lib/json.ts';
import type { LessonStep } from './lesson.ts';
import { MainButton } from './main-button.tsx';
import { Paragraphs } from './prose-text.tsx';
import { PutBack } from './put-back.tsx';
import { ChangeBody } from './steps/change-body.tsx';
import { FinishBody } from './steps/finish-body.tsx';
import { LiveBody } from './steps/live-body.tsx';
import { LookBody } from './steps/look-body.tsx';
import { PredictBody } from './steps/predict-body.tsx';
import { RaceBody } from './steps/race-body.tsx';
import { useLesson } from './use-lesson.ts';
import { useLessonKeys } from './use-lesson-keys.ts';
import { useStage } from './use-stage.ts';

export interface LessonPanelProps {
  readonly at: number;
  /** The board of the step as it was when the lesson began. */
  readonly start: JsonObject;
  readonly onGo: (step: number) => void;
}

/** A step of a lesson beside the board. */
export function LessonPanel({ at, start, onGo }: LessonPanelProps) {
  const { lesson } = useLesson();
  const root = useRef<HTMLElement>(null);
  const { steps } = lesson;
  const step = steps[at];
  useLessonKeys(root, {
    onBack: at > 0 ? () => onGo(at - 1) : null,
    onNext: at < steps.length - 1 ? () => onGo(at + 1) : null,
  });
  useStage(step);
  if (step === undefined) return null;
  return (
    <aside ref={root} className="lesson" aria-label="Lesson">
      <StepView key={step.id} step={step} at={at} start={start} />
      <footer className="lesson-foot">
        <FootButton step={steps[at - 1]} way="back" onGo={() => onGo(at - 1)} />
        <FootButton step={steps[at + 1]} way="next" onGo={() => onGo(at + 1)} />
      </footer>
    </aside>
  );
}

interface StepViewProps {
  readonly step: LessonStep;
  readonly at: number;
  readonly start: JsonObject;
}

function StepView({ step, at, start }: StepViewProps) {
  const { lesson } = useLesson();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <article className="lesson-view" aria-labelledby="lesson-title">
      <p className="lesson-eyebrow">
        Step {at + 1} of {lesson.steps.length}
      </p>
      <h2 id="lesson-title" ref={heading} className="lesson-title" tabIndex={-1}>
        {step.title}
      </h2>
      <Paragraphs text={step.text} />
      {(step.kind === 'predict' || step.kind === 'race') && <PutBack start={start} />}
      <StepBody step={step} start={start} />
    </article>
  );
}

function StepBody({ step, start }: Omit<StepViewProps, 'at'>) {
  const { goOn } = useLesson();
  switch (step.kind) {
    case 'story':
      return <MainButton onClick={goOn}>Go on</MainButton>;
    case 'look':
      return <LookBody step={step} />;
    case 'predict':
      return <PredictBody step={step} />;
    case 'race':
      return <RaceBody step={step} />;
    case 'change':
      return <ChangeBody step={step} />;
    case 'live':
      return <LiveBody step={step} start={start} />;
    case 'finish':
      return <FinishBody step={step} />;
  }
}

interface FootButtonProps {
  readonly step: LessonStep | undefined;
  readonly way: 'back' | 'next';
  readonly onGo: () => void;
}

function FootButton({ step, way, onGo }: FootButtonProps) {
  if (step === undefined) return <span />;
  const isBack = way === 'back';
  return (
    <button
      className="text-button"
      type="button"
      aria-keyshortcuts={isBack ? 'ArrowLeft' : 'ArrowRight'}
      onClick={onGo}
    >
      {isBack && <ArrowLeft size={16} aria-hidden="true" />}
      <span className="visually-hidden">{isBack ? 'Back: ' : 'Next: '}</span>
      {step.tab}
      {!isBack && <ArrowRight size={16} aria-hidden="true" />}
    </button>
  );
}
