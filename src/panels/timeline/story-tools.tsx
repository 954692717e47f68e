import { Hand } from 'lucide-react';
import type { ReactNode } from 'react';

export interface StoryToolsProps {
  readonly isByHand: boolean;
  readonly onByHand: () => void;
  readonly isPastOpen: boolean;
  readonly onPast: (() => void) | null;
  /** The commands that do not matter; null where all do. */
  readonly idle: string | null;
  readonly isHiding: boolean;
  readonly onHide: () => void;
  /** What else can be done with it, from elsewhere. */
  readonly children?: ReactNode;
}

/** What can be done with how the schedule is shown. */
export function StoryTools(props: StoryToolsProps) {
  const { isByHand, onByHand, isPastOpen, onPast, idle, isHiding, onHide, children } = props;
  return (
    <div className="story-tools">
      {idle !== null && (
        <button
          className="button button-quiet"
          type="button"
          aria-pressed={isHiding}
          onClick={onHide}
          title={`Nothing here depends on ${idle}`}
        >
          {isHiding ? `Show ${idle} again` : 'Hide what does not matter'}
        </button>
      )}
      {onPast && (
        <button className="button button-quiet" type="button" aria-pressed={isPastOpen} onClick={onPast}>
          {isPastOpen ? 'Fold what was before' : 'Unfold what was before'}
        </button>
      )}
      {!isByHand && (
        <button
          className="button button-quiet"
          type="button"
          title="Say yourself which command takes the next step, from here on"
          onClick={onByHand}
        >
          <Hand size={14} aria-hidden="true" /> By hand
        </button>
      )}
      {children}
    </div>
  );
}
