import './why.css';
import { useMemo } from 'react';
import type { ToldSchedule } from '../../../exploration/result.ts';
import { sayHeadline } from '../say-headline.ts';
import { splitReason } from '../why-words.ts';

export interface WhySentenceProps {
  readonly told: Pick<ToldSchedule, 'steps' | 'log'>;
  /** How many steps are taken. */
  readonly step: number;
  /** Told what is pointed at, as the picture calls it; null when nothing is any more. */
  readonly onPoint?: (mark: string | null) => void;
  readonly isSmall?: boolean;
  /** What is said before the first step. */
  readonly intro?: string | undefined;
}

const INTRO = 'Nothing has happened yet. Go forward, step by step, to see who does what.';

/** One sentence that says why the step went as it did; what it names lights up in the picture. */
export function WhySentence({ told, step, onPoint, isSmall = false, intro = INTRO }: WhySentenceProps) {
  const words = useMemo(() => splitReason(told, step - 1), [told, step]);
  const last = told.steps[step - 1];
  const finding = last ? (sayHeadline(last)?.finding ?? null) : null;
  if (!last) return <p className={`why why-before${isSmall ? ' why-small' : ''}`}>{intro}</p>;
  return (
    <p className={`why${isSmall ? ' why-small' : ''}${finding ? ` why-${finding}` : ''}`}>
      {words.map(({ at, text, mark, isQuote }) => {
        if (isQuote) return <strong key={at}>{text}</strong>;
        if (mark === null) return <span key={at}>{text}</span>;
        return (
          <span
            key={at}
            className={`why-word why-${mark.slice(0, mark.indexOf('-'))}`}
            onPointerEnter={() => onPoint?.(mark)}
            onPointerLeave={() => onPoint?.(null)}
          >
            {text}
          </span>
        );
      })}
    </p>
  );
}
