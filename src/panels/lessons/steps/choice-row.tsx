import { Check, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { LessonStep } from '../lesson.ts';
import { useLesson, usePrediction } from '../use-lesson.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly icon: ReactNode;
}

export interface ChoiceRowProps {
  readonly step: LessonStep;
  /** The name of the row in what is kept. */
  readonly row: string;
  /** What the choice is about, for screen readers. */
  readonly legend: string;
  readonly options: readonly Option[];
  /** `words`: buttons with words; `marks`: signs only, explained elsewhere. */
  readonly form: 'words' | 'marks';
  /** The right one, once it is shown. */
  readonly answer: string | null;
}

/** One choice among options, before and after its answer is shown. */
export function ChoiceRow({ step, row, legend, options, form, answer }: ChoiceRowProps) {
  const { choices, choose, isCounting } = usePrediction(step);
  const { isTeacher } = useLesson();
  const chosen = choices[row];
  return (
    <fieldset className={`lesson-choice lesson-choice-${form}`} data-row={row}>
      <legend className="visually-hidden">{legend}</legend>
      <div className="lesson-options">
        {options.map((option) => (
          <div key={option.value} className="lesson-cell">
            <label
              className="lesson-option"
              data-state={stateOf(option.value, chosen, answer)}
              title={form === 'marks' ? option.label : undefined}
            >
              <input
                type="radio"
                name={`${step.id} ${row}`}
                value={option.value}
                checked={chosen === option.value}
                disabled={answer !== null}
                onChange={() => choose(row, option.value)}
              />
              {option.icon}
              <span className={form === 'marks' ? 'visually-hidden' : ''}>{option.label}</span>
            </label>
            {(isTeacher || isCounting) && <HandCount step={step} row={row} option={option} />}
          </div>
        ))}
      </div>
      {answer !== null && chosen !== undefined && (
        <Judgement options={options} chosen={chosen} answer={answer} />
      )}
    </fieldset>
  );
}

function stateOf(value: string, chosen: string | undefined, answer: string | null): string {
  if (answer === null) return chosen === value ? 'chosen' : 'open';
  if (value === answer) return 'right';
  return chosen === value ? 'wrong' : 'past';
}

interface JudgementProps {
  readonly options: readonly Option[];
  readonly chosen: string;
  readonly answer: string;
}

function Judgement({ options, chosen, answer }: JudgementProps) {
  const isRight = chosen === answer;
  const said = options.find(({ value }) => value === chosen)?.label ?? chosen;
  return (
    <p className="lesson-judgement" data-right={isRight}>
      {isRight ? <Check size={14} aria-hidden="true" /> : <X size={14} aria-hidden="true" />}
      {isRight ? 'As you expected' : `You expected: ${said.charAt(0).toLowerCase()}${said.slice(1)}`}
    </p>
  );
}

interface HandCountProps {
  readonly step: LessonStep;
  readonly row: string;
  readonly option: Option;
}

/** How many hands went up for an option. */
function HandCount({ step, row, option }: HandCountProps) {
  const { hands, count } = usePrediction(step);
  const counted = hands[row]?.[option.value] ?? 0;
  return (
    <input
      className="lesson-hands"
      type="number"
      min={0}
      max={999}
      inputMode="numeric"
      aria-label={`Hands for “${option.label}”`}
      title="How many hands went up?"
      placeholder="0"
      value={counted === 0 ? '' : counted}
      onChange={(event) => count(row, option.value, event.target.valueAsNumber)}
    />
  );
}
