import { useEffect, useState } from 'react';

/** How long a step stays before the next is taken, at the usual speed. */
const STEP_MS = 1600;

export const SPEEDS = [0.5, 1, 2] as const;
export type Speed = (typeof SPEEDS)[number];

export interface PlayingParts {
  readonly step: number;
  /** The numbers of steps at which one can stand, from none to all. */
  readonly stops: readonly number[];
  readonly isPlaying: boolean;
  readonly onGoTo: (step: number) => void;
  readonly onPlay: (isPlaying: boolean) => void;
}

/** Takes step after step while it is played. */
export function usePlaying({ step, stops, isPlaying, onGoTo, onPlay }: PlayingParts) {
  const [speed, setSpeed] = useState<Speed>(1);
  const [isLooping, setLooping] = useState(false);
  const next = stops.find((stop) => stop > step) ?? null;
  const first = stops[0] ?? 0;
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setTimeout(
      () => {
        if (next !== null) onGoTo(next);
        else if (isLooping) onGoTo(first);
        else onPlay(false);
      },
      next === null && !isLooping ? 0 : STEP_MS / speed,
    );
    return () => clearTimeout(timer);
  }, [isPlaying, next, first, speed, isLooping, onGoTo, onPlay]);
  return { speed, setSpeed, isLooping, setLooping };
}
