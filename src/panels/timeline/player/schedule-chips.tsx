import './schedule-chips.css';
import { type KeyboardEvent, memo, type PointerEvent, useEffect, useRef, useState } from 'react';
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
  useInView(list, step);
  const onKeyDown = (event: KeyboardEvent) => {
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const at = placeOf(event);
    if (!event.altKey || way === undefined || at === null) return;
    event.preventDefault();
    event.stopPropagation();
    const first = way < 0 ? at - 1 : at;
    if (first < 0 || first + 1 >= steps.length) return;
    onSwap(first);
    // The focus goes on with the step that was moved.
    list.current?.querySelectorAll('button')[shown.indexOf(at) + way]?.focus();
  };
  return (
    <ol
      className="chips"
      ref={list}
      aria-label="Schedule: who takes each step"
      onKeyDown={onKeyDown}
      {...handlers}
    >
      {shown.map((at) => {
        const told = steps[at];
        if (!told) return null;
        const isDragged = drag?.at === at;
        return (
          <li
            key={at}
            data-at={at}
            className={isDragged ? 'chip-dragged' : undefined}
            style={isDragged ? { translate: `${drag.dx}px` } : undefined}
          >
            <Chip told={told} at={at} isTaken={at < step} isNow={at === step - 1} onGoTo={onGoTo} />
          </li>
        );
      })}
    </ol>
  );
}

interface ChipProps {
  readonly told: ToldStep;
  readonly at: number;
  readonly isTaken: boolean;
  readonly isNow: boolean;
  readonly onGoTo: (step: number) => void;
}

const Chip = memo(function Chip({ told, at, isTaken, isNow, onGoTo }: ChipProps) {
  const finding = isTaken ? findingOf(told) : null;
  return (
    <button
      type="button"
      className={`chip${isTaken ? ' chip-taken' : ''}`}
      aria-current={isNow ? 'step' : undefined}
      aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight"
      title={`Go to step ${at + 1}. Drag it over its neighbour, or press Alt and an arrow key, to let the two change places.`}
      onClick={() => onGoTo(at + 1)}
    >
      <b>#{told.command + 1}</b> {told.step}
      {finding !== null && finding !== 'safe' && <VerdictMark finding={finding} size={12} isNamed />}
      <span className="visually-hidden">{finding === 'safe' ? ', safe' : ''}</span>
    </button>
  );
});

/** The place of the step that something happened to. */
function placeOf({ target }: { readonly target: EventTarget }): number | null {
  const item = target instanceof Element ? target.closest<HTMLElement>('[data-at]') : null;
  return item ? Number(item.dataset['at']) : null;
}

/** Keeps the step that is taken in view, where the row has to be scrolled. */
function useInView(list: React.RefObject<HTMLOListElement | null>, step: number): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each step another one is marked
  useEffect(() => {
    const row = list.current;
    const now = row?.querySelector('[aria-current]')?.closest('li');
    if (!row || !now || row.scrollWidth <= row.clientWidth) return;
    const [left, right] = [
      now.offsetLeft - row.offsetLeft,
      now.offsetLeft - row.offsetLeft + now.offsetWidth,
    ];
    if (left < row.scrollLeft) row.scrollLeft = left;
    else if (right > row.scrollLeft + row.clientWidth) row.scrollLeft = right - row.clientWidth;
  }, [list, step]);
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
  const end = () => {
    pressed.current = null;
    setDrag(null);
  };
  return {
    drag,
    onPointerDown: (event: PointerEvent) => {
      const at = placeOf(event);
      if (at !== null && event.button === 0) pressed.current = { at, from: event.clientX };
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
