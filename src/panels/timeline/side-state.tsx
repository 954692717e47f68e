import type { Unavailable } from '../../exploration/result.ts';
import type { ToldRace } from '../../exploration/told-race.ts';
import type { ExploreProgress } from '../../lab/engine.ts';
import { groupDigits } from '../../lib/format-number.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Answered } from '../../ui/use-answer.ts';

export interface SideStateProps {
  readonly answer: Answered<ToldRace | Unavailable, ExploreProgress>;
  readonly onRetry: () => void;
}

/** Why there is no story, or none yet. */
export function SideState({ answer, onRetry }: SideStateProps) {
  const { value, isStale, progress, failure } = answer;
  if (failure !== null) {
    return (
      <Notice kind="trouble">
        {failure}{' '}
        <button className="link-button" type="button" onClick={onRetry}>
          Try again
        </button>
      </Notice>
    );
  }
  if (value !== null && 'unavailable' in value && !isStale) {
    return (
      <Notice kind="plain">
        {value.unavailable.replace(/\.$/u, '')}. Choose another strategy or another race, or make a schedule
        by hand.
      </Notice>
    );
  }
  if (value === null) {
    return (
      <p className="story-working" role="status">
        {progress
          ? `Looking through all schedules: ${groupDigits(progress.states)} states so far…`
          : 'Looking through all schedules…'}
      </p>
    );
  }
  return null;
}
