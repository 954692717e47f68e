import type { FindingKey } from '../../../exploration/findings.ts';
import type { Exploration } from '../../../exploration/result.ts';
import { rowsOf } from '../../../exploration/words/race-rows.ts';
import { STRATEGIES } from '../../../strategies/registry.ts';
import { VerdictMark } from '../../../ui/verdict-mark.tsx';
import { findWorst } from '../answers.ts';
import type { PredictStep, Question } from '../lesson.ts';
import { Trouble } from '../trouble.tsx';
import { usePrediction } from '../use-lesson.ts';
import { type Case, useExplorations } from '../use-scene.ts';
import { AskForm } from './ask-form.tsx';
import { ChoiceRow, type Option } from './choice-row.tsx';

/** What can happen, in the words of somebody it happens to. */
const WORDS: { readonly [F in FindingKey]?: string } = {
  missedConflict: 'Something slips through',
  partial: 'Half of it is written',
  tolerated: 'Something slips through, and may',
  conflict: 'Somebody is stopped, rightly',
  falseConflict: 'Somebody is stopped for nothing',
  neededWait: 'Somebody waits, rightly',
  needlessWait: 'Somebody waits for nothing',
  safe: 'Nobody is in the way',
};

export interface WorstBodyProps {
  readonly step: PredictStep;
  readonly question: Question & { readonly kind: 'worst' };
}

/** For each case: what is the worst that can happen? */
export function WorstBody({ step, question }: WorstBodyProps) {
  const asked = useExplorations(question.cases);
  if (asked.state !== 'known') return <Trouble asked={asked} />;
  const options = question.options.map((finding) => ({
    value: finding,
    label: WORDS[finding] ?? finding,
    icon: <VerdictMark finding={finding} size={18} />,
  }));
  const rows = question.cases.flatMap((one, at) => {
    const exploration = asked.value[at];
    return exploration ? [{ ...one, row: nameRow(one), exploration }] : [];
  });
  const answers = Object.fromEntries(rows.map(({ row, exploration }) => [row, findWorst(exploration) ?? '']));
  return (
    <AskForm step={step} answers={answers}>
      <ul className="lesson-legend">
        {options.map(({ value, label, icon }) => (
          <li key={value}>
            {icon}
            {label}
          </li>
        ))}
      </ul>
      {[...new Set(question.cases.map(({ race }) => race))].map((race) => (
        <section key={race} className="lesson-cases" aria-label={race}>
          <h4>{race}</h4>
          {rows
            .filter((row) => row.race === race)
            .map((row) => (
              <CaseRow key={row.row} {...row} step={step} options={options} answer={answers[row.row] ?? ''} />
            ))}
        </section>
      ))}
    </AskForm>
  );
}

function nameRow({ race, strategy }: Case): string {
  return `${strategy}: ${race}`;
}

interface CaseRowProps extends Case {
  readonly step: PredictStep;
  readonly row: string;
  readonly options: readonly Option[];
  readonly answer: string;
  readonly exploration: Exploration;
}

function CaseRow({ step, row, race, strategy, options, answer, exploration }: CaseRowProps) {
  const { isShown } = usePrediction(step);
  const { name, summary } = STRATEGIES[strategy];
  return (
    <div className="lesson-case">
      <p className="lesson-case-name" title={summary}>
        {name}
      </p>
      <ChoiceRow
        step={step}
        row={row}
        legend={`${race}, ${name}`}
        options={options}
        form="marks"
        answer={isShown ? answer : null}
      />
      {isShown && <p className="lesson-case-told">{sayWorst(exploration, answer)}</p>}
    </div>
  );
}

/** How often the worst occurs: "4 of 6 schedules miss a conflict". */
function sayWorst(exploration: Exploration, answer: string): string {
  const row = rowsOf(exploration).find(({ finding }) => finding === answer);
  return row ? `${row.count} ${row.unit} ${row.does}` : '';
}
