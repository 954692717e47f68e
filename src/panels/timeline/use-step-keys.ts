import type { KeyboardEvent } from 'react';
import type { PlayingParts } from './use-playing.ts';

/** The keys of the story, wherever the focus is in it: arrows, Home and End go through the steps, Space plays. */
export function useStepKeys({ step, stops, isPlaying, onGoTo, onPlay }: PlayingParts) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || isTaken(event)) return;
    const goal = {
      ArrowLeft: stops.findLast((stop) => stop < step),
      ArrowRight: stops.find((stop) => stop > step),
      Home: stops[0],
      End: stops.at(-1),
    }[event.key];
    if (goal === undefined && event.key !== ' ') return;
    event.preventDefault();
    // The board has the same keys for its notes.
    event.stopPropagation();
    if (goal !== undefined) onGoTo(goal);
    else onPlay(!isPlaying);
  };
}

/** Fields have these keys for themselves, and a button has the space bar. */
function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.matches('input, select, textarea')) return true;
  return key === ' ' && target.closest('button, a') !== null;
}
