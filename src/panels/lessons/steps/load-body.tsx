import type { LoadQuestion, PredictStep } from '../lesson.ts';
import { answerBusy } from '../say-busy.ts';
import { Trouble } from '../trouble.tsx';
import { useBusy } from '../use-busy.ts';
import { usePrediction } from '../use-lesson.ts';
import { AskForm } from './ask-form.tsx';
import { ChoiceRow, type Option } from './choice-row.tsx';
import { LoadPictures } from './load-pictures.tsx';

const LOCK_OPTIONS: readonly Option[] = [
  { value: 'same', label: 'As many', icon: null },
  { value: 'fewer', label: 'Fewer', icon: null },
  { value: 'none', label: 'Nobody', icon: null },
];

export interface LoadBodyProps {
  readonly step: PredictStep;
  readonly question: LoadQuestion;
}

/** How many are stopped when it gets busy, and how long do they wait with locks? It is simulated while one thinks. */
export function LoadBody({ step, question }: LoadBodyProps) {
  const asked = useBusy(question);
  const { isShown } = usePrediction(step);
  if (asked.state === 'trouble') return <Trouble asked={asked} />;
  const busy = asked.state === 'known' ? asked.value : null;
  const answers = busy === null ? { times: '', lock: '' } : answerBusy(busy, question);
  const answerOf = (row: keyof typeof answers) => (isShown && busy !== null ? answers[row] : null);
  const waiting = busy === null && (
    <p className="lesson-working" role="status">
      The books are being added… <progress max={1} value={asked.share} aria-label="Simulated" />
    </p>
  );
  return (
    <AskForm step={step} answers={answers} {...(waiting !== false && { waiting })}>
      <ChoiceRow
        step={step}
        row="times"
        legend={step.ask}
        options={question.times.map((times) => ({
          value: String(times),
          label: `About ${times} times fewer`,
          icon: null,
        }))}
        form="words"
        answer={answerOf('times')}
      />
      <h3>With a lock instead of the guard, how many are stopped?</h3>
      <ChoiceRow
        step={step}
        row="lock"
        legend="How many are stopped with a lock"
        options={LOCK_OPTIONS}
        form="words"
        answer={answerOf('lock')}
      />
      {isShown && busy !== null && <LoadPictures question={question} busy={busy} />}
    </AskForm>
  );
}
