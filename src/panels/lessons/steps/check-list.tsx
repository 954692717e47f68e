import { Circle, CircleCheck } from 'lucide-react';
import type { Prose } from '../lesson.ts';
import { ProseText } from '../prose-text.tsx';

export interface CheckListProps {
  readonly checks: readonly { readonly says: Prose }[];
  /** Which of them are met. */
  readonly met: readonly boolean[];
}

/** What is to come about, and how much of it has. */
export function CheckList({ checks, met }: CheckListProps) {
  return (
    <ul className="lesson-checks" aria-label="Done so far" aria-live="polite">
      {checks.map(({ says }, at) => (
        <li key={says} data-met={met[at] === true}>
          {met[at] ? <CircleCheck size={18} aria-hidden="true" /> : <Circle size={18} aria-hidden="true" />}
          <span>
            <span className="visually-hidden">{met[at] ? 'Done: ' : 'Not yet: '}</span>
            <ProseText>{says}</ProseText>
          </span>
        </li>
      ))}
    </ul>
  );
}
