import { useMemo } from 'react';
import { FINDINGS } from '../../../exploration/findings.ts';
import { groupDigits } from '../../../lib/format-number.ts';
import { STRATEGIES } from '../../../strategies/registry.ts';
import { VerdictMark } from '../../../ui/verdict-mark.tsx';
import { countSchedules, findShare, type Share } from '../answers.ts';
import type { PredictStep, Question } from '../lesson.ts';
import { Trouble } from '../trouble.tsx';
import { usePrediction } from '../use-lesson.ts';
import { useExplorations } from '../use-scene.ts';
import { AskForm } from './ask-form.tsx';
import { ChoiceRow, type Option } from './choice-row.tsx';

const WORDS: { readonly [S in Share]: string } = {
  none: 'In none',
  some: 'In fewer than half',
  most: 'In most, not in all',
  all: 'In every one',
};

const OPTIONS: readonly Option[] = Object.entries(WORDS).map(([value, label]) => ({
  value,
  label,
  icon: null,
}));

export interface ShareBodyProps {
  readonly step: PredictStep;
  readonly question: Question & { readonly kind: 'share' };
}

/** In how many schedules does something happen? */
export function ShareBody({ step, question }: ShareBodyProps) {
  const { race, strategy, finding } = question;
  const asked = useExplorations(useMemo(() => [{ race, strategy }], [race, strategy]));
  const { isShown } = usePrediction(step);
  if (asked.state !== 'known') return <Trouble asked={asked} />;
  const [exploration] = asked.value;
  if (exploration === undefined) return null;
  const answer = findShare(exploration, finding);
  return (
    <AskForm step={step} answers={{ share: answer }}>
      <p className="lesson-about">
        {race}, under {STRATEGIES[strategy].name}
      </p>
      <ChoiceRow
        step={step}
        row="share"
        legend={step.ask}
        options={OPTIONS}
        form="words"
        answer={isShown ? answer : null}
      />
      {isShown && (
        <p className="lesson-ending">
          <VerdictMark finding={finding} size={16} />
          <b>
            {groupDigits(countSchedules(exploration, finding))} of {groupDigits(exploration.schedules)}
          </b>
          <span>schedules {FINDINGS[finding].many}</span>
        </p>
      )}
    </AskForm>
  );
}
