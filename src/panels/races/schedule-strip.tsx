import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';

export interface StripSlot {
  readonly label: string;
  readonly content: ReactNode;
}

export interface ScheduleStripProps {
  readonly label: string;
  readonly slots: readonly StripSlot[];
  /** The column of the schedule that is shown; -1 where it is none of these. */
  readonly shown: number;
  readonly onChoose: (column: number) => void;
}

/** One slot for each schedule, in columns that go down through all strategies. One stop for Tab; arrow keys lead on. */
export function ScheduleStrip({ label, slots, shown, onChoose }: ScheduleStripProps) {
  const [stop, setStop] = useState<number | null>(null);
  const strip = useRef<HTMLDivElement>(null);
  const current = stop ?? Math.max(shown, 0);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowLeft: current - 1, ArrowRight: current + 1, Home: 0, End: slots.length - 1 }[event.key];
    if (to === undefined || !slots[to]) return;
    event.preventDefault();
    event.stopPropagation();
    setStop(to);
    strip.current?.querySelectorAll<HTMLElement>('button')[to]?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons in a row are no fieldset
    <div
      className="schedule-strip"
      data-dense={isDense(slots.length)}
      role="group"
      aria-label={label}
      ref={strip}
      onKeyDown={onKeyDown}
    >
      {slots.map((slot, column) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place.
          key={column}
          type="button"
          tabIndex={column === current ? 0 : -1}
          className="schedule-slot"
          aria-pressed={column === shown}
          aria-label={slot.label}
          title={slot.label}
          onFocus={() => setStop(column)}
          onClick={(event) => {
            event.stopPropagation();
            onChoose(column);
          }}
        >
          {slot.content}
        </button>
      ))}
    </div>
  );
}

/** Whether there are so many that they stand closer. */
export function isDense(columns: number): boolean {
  return columns > 12;
}
