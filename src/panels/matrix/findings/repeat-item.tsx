import { useState } from 'react';
import type { LabParts } from '../../../lab/lab-parts.ts';
import { KindIcon } from '../../../ui/kind-icon.tsx';
import { addHotspot } from '../take-hit.ts';
import { askAbout, type Repeat, sayTwice } from './list-repeats.ts';

export interface RepeatItemProps {
  readonly parts: LabParts;
  readonly repeat: Repeat;
}

/** A fact that can be written twice: to be looked at, or put on the board as a question. */
export function RepeatItem({ parts, repeat }: RepeatItemProps) {
  const [isMarked, setIsMarked] = useState(false);
  const { race, schedule } = repeat.hit;
  const order = schedule.map(({ command }) => command);
  const open = () =>
    parts.lab
      .getState()
      .openRace({ kind: 'found', race }, { schedule: { strategy: 'unguarded', order }, step: order.length });
  const mark = () => {
    addHotspot(parts, askAbout(repeat));
    setIsMarked(true);
  };
  return (
    <li>
      <KindIcon kind="hotspot" />
      <span>
        <code>{sayTwice(repeat.commands)}</code> ({repeat.pattern}): both are accepted one after the other,
        and the same fact counts twice. No constraint forbids it.
        <span className="matrix-findings-places">
          <button type="button" className="link-button" onClick={open}>
            Open the race
          </button>
          <button type="button" className="link-button" disabled={isMarked} onClick={mark}>
            {isMarked ? 'Marked as a hotspot' : 'Mark as hotspot'}
          </button>
        </span>
      </span>
    </li>
  );
}
