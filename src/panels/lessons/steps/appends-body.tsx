import { ArrowRight, Octagon } from 'lucide-react';
import type { ToldRace } from '../../../exploration/told-race.ts';
import { findEndings } from '../answers.ts';
import type { PredictStep, Question } from '../lesson.ts';
import { Trouble } from '../trouble.tsx';
import { usePrediction } from '../use-lesson.ts';
import { useScene } from '../use-scene.ts';
import { AskForm } from './ask-form.tsx';
import { ChoiceRow, type Option } from './choice-row.tsx';
import { Racers } from './racers.tsx';
import { ToldLine } from './told-line.tsx';

const OPTIONS: readonly Option[] = [
  { value: 'through', label: 'Let through', icon: <ArrowRight size={16} aria-hidden="true" /> },
  { value: 'stopped', label: 'Stopped', icon: <Octagon size={16} aria-hidden="true" /> },
];

export interface AppendsBodyProps {
  readonly step: PredictStep;
  readonly question: Question & { readonly kind: 'appends' };
}

/** For each write of a schedule: let through, or stopped? */
export function AppendsBody({ step, question }: AppendsBodyProps) {
  const asked = useScene(question.scene);
  if (asked.state !== 'known') return <Trouble asked={asked} />;
  const told = asked.value;
  const answers = Object.fromEntries([...findEndings(told)].map(([at, ending]) => [String(at), ending]));
  return (
    <AskForm step={step} answers={answers}>
      {asked.race && <Racers race={asked.race} />}
      <ol className="lesson-told">
        {told.steps.map((_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place in the schedule
          <Row key={at} step={step} told={told} at={at} answer={answers[at]} />
        ))}
      </ol>
    </AskForm>
  );
}

interface RowProps {
  readonly step: PredictStep;
  readonly told: ToldRace;
  readonly at: number;
  readonly answer: string | undefined;
}

function Row({ step, told, at, answer }: RowProps) {
  const { isShown } = usePrediction(step);
  const command = told.steps[at]?.command ?? 0;
  return (
    <ToldLine told={told} at={at} isShown={isShown}>
      {answer !== undefined && (
        <ChoiceRow
          step={step}
          row={String(at)}
          legend={`What #${command + 1} writes at step ${at + 1}`}
          options={OPTIONS}
          form="words"
          answer={isShown ? answer : null}
        />
      )}
    </ToldLine>
  );
}
