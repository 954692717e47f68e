import './schedule-chips.css';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import type { ToldStep } from '../../../exploration/result.ts';
import { VerdictMark } from '../../../ui/verdict-mark.tsx';
import { findingOf } from '../layout/say-block.ts';
import { nameStep } from '../say-headline.ts';

export interface ScheduleChipsProps {
  readonly steps: readonly ToldStep[];
  /** The places of the steps that are shown. */
  readonly shown: readonly number[];
  /** How many steps are taken. */
  readonly step: number;
  readonly onGoTo: (step: number) => void;
  /** Lets the step at a place and the one after it change places. */
  readonly onSwap: (at: number) => void;
}

/** The schedule in a row: one goes to a step by clicking it, and lets two change places by dragging one over the other. */
export function ScheduleChips({ steps, shown, step, onGoTo, onSwap }: ScheduleChipsProps) {
  const list = useRef<HTMLOListElement>(null);
  const { drag, ...handlers } = useDrag(list, onSwap);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, []);
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!event.altKey || way === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const first = way < 0 ? at - 1 : at;
    if (first < 0 || first + 1 >= steps.length) return;
    onSwap(first);
    // The focus goes on with the step that was moved.
    list.current?.querySelectorAll('button')[shown.indexOf(at) + way]?.focus();
  };
  return (
    <ol className="chips" ref={list} aria-label="Schedule: who takes each step" {...handlers}>
      {shown.map((at) => {
        const told = steps[at];
        if (!told) return null;
        const finding = at < step ? findingOf(told) : null;
        const isDragged = drag?.at === at;
        return (
          <li
            key={at}
            data-at={at}
            className={isDragged ? 'chip-dragged' : undefined}
            style={isDragged ? { translate: `${drag.dx}px` } : undefined}
          >
            <button
              type="button"
              className={`chip${at < step ? ' chip-taken' : ''}`}
              aria-current={at === step - 1 ? 'step' : undefined}
              aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight"
              title={`Go to step ${at + 1}. Drag it over its neighbour, or press Alt and an arrow key, to let the two change places.`}
              onClick={() => onGoTo(at + 1)}
              onKeyDown={(event) => onKeyDown(event, at)}
            >
              <b>#{told.command + 1}</b> {told.step}
              {finding !== null && finding !== 'safe' && <VerdictMark finding={finding} size={12} isNamed />}
              <span className="visually-hidden">{finding === 'safe' ? ', safe' : ''}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

interface Drag {
  readonly at: number;
  readonly from: number;
  readonly dx: number;
}

const STARTS_AT = 5;

/** A chip that is dragged more than half over a neighbour changes places with it. */
function useDrag(list: React.RefObject<HTMLOListElement | null>, onSwap: (at: number) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const pressed = useRef<Omit<Drag, 'dx'> | null>(null);
  const itemOf = (event: PointerEvent) =>
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-at]') : null;
  const end = () => {
    pressed.current = null;
    setDrag(null);
  };
  return {
    drag,
    onPointerDown: (event: PointerEvent) => {
      const item = itemOf(event);
      if (item && event.button === 0)
        pressed.current = { at: Number(item.dataset['at']), from: event.clientX };
    },
    onPointerMove: (event: PointerEvent<HTMLOListElement>) => {
      const held = pressed.current;
      if (!held) return;
      const dx = event.clientX - held.from;
      if (!drag && Math.abs(dx) < STARTS_AT) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ ...held, dx });
    },
    onPointerUp: () => {
      if (drag) {
        const item = list.current?.querySelector<HTMLElement>(`[data-at="${drag.at}"]`);
        const neighbour = drag.dx < 0 ? item?.previousElementSibling : item?.nextElementSibling;
        const width = neighbour?.getBoundingClientRect().width ?? 0;
        if (neighbour && Math.abs(drag.dx) > width / 2) onSwap(drag.dx < 0 ? drag.at - 1 : drag.at);
      }
      end();
    },
    onPointerCancel: end,
  };
}

/** The words of a schedule, for a label. */
export function saySchedule(steps: readonly ToldStep[]): string {
  return steps.map(nameStep).join(', ');
}
