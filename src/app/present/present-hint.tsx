import { useEffect, useState } from 'react';

export type PresentKind = 'board' | 'event-model' | 'race' | 'matrix';

const SEEN_MS = 5000;

const WALKS: Readonly<Record<PresentKind, string>> = {
  board: 'commands',
  'event-model': 'slices',
  race: 'steps',
  matrix: 'pairs',
};

export interface PresentHintProps {
  readonly shown: PresentKind;
  readonly onLeave: () => void;
}

/** What the keys do, at first and whenever the pointer moves; then it gets out of the way. */
export function PresentHint({ shown, onLeave }: PresentHintProps) {
  const isSeen = useSeen();
  return (
    <p className="present-hint" data-seen={isSeen}>
      <span>
        <kbd>←</kbd> <kbd>→</kbd> {WALKS[shown]}
      </span>
      {shown !== 'event-model' && (
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> strategies
        </span>
      )}
      {shown === 'race' && (
        <span>
          <kbd>Shift</kbd> <kbd>↑</kbd> <kbd>↓</kbd> races
        </span>
      )}
      <button className="present-leave" type="button" onClick={onLeave}>
        <kbd>Esc</kbd> leave
      </button>
    </p>
  );
}

function useSeen(): boolean {
  const [isSeen, setSeen] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      setSeen(true);
      clearTimeout(timer);
      timer = setTimeout(() => setSeen(false), SEEN_MS);
    };
    show();
    addEventListener('pointermove', show);
    return () => {
      clearTimeout(timer);
      removeEventListener('pointermove', show);
    };
  }, []);
  return isSeen;
}
