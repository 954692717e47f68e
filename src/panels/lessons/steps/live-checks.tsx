import { Circle, CircleCheck } from 'lucide-react';
import type { Prose } from '../lesson.ts';
import { ProseText } from '../prose-text.tsx';

export interface LiveChecksProps {
  readonly checks: readonly { readonly says: Prose }[];
  /** How many of them are met, from the first one on. */
  readonly met: number;
}

/** What is to come about, and how much of it has. */
export function LiveChecks({ checks, met }: LiveChecksProps) {
  return (
    <ul className="lesson-checks" aria-label="Done so far" aria-live="polite">
      {checks.map(({ says }, at) => (
        <li key={says} data-met={at < met}>
          {at < met ? <CircleCheck size={18} aria-hidden="true" /> : <Circle size={18} aria-hidden="true" />}
          <span>
            <span className="visually-hidden">{at < met ? 'Done: ' : 'Not yet: '}</span>
            <ProseText>{says}</ProseText>
          </span>
        </li>
      ))}
    </ul>
  );
}
