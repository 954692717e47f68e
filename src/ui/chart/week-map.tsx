import './week-map.css';
import { useRef } from 'react';
import { useRoom } from '../use-room.ts';

export interface WeekMapProps {
  readonly label: string;
  /** Counts by weekday, Monday first, and hour of the day. */
  readonly week: readonly (readonly number[])[];
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const LARGEST_CELL = 18;
const LEFT = 34;
const TOP = 18;
const STEPS = 5;

/** How much happens at which hour of which day of the week. */
export function WeekMap({ label, week }: WeekMapProps) {
  const frame = useRef<HTMLDivElement>(null);
  const room = useRoom(frame);
  const cell = Math.min(LARGEST_CELL, Math.max(6, Math.floor((room - LEFT) / 24)));
  return (
    <div className="week-map" ref={frame}>
      {room > 0 && <Week label={label} week={week} cell={cell} />}
    </div>
  );
}

function Week({ label, week, cell }: WeekMapProps & { readonly cell: number }) {
  const most = Math.max(1, ...week.flat());
  return (
    <svg
      width={LEFT + 24 * cell}
      height={TOP + 7 * cell}
      role="img"
      aria-label={`${label}. ${describe(week)}`}
    >
      {[0, 6, 12, 18].map((hour) => (
        <text key={hour} className="week-text" x={LEFT + hour * cell} y={TOP - 6}>
          {`${String(hour).padStart(2, '0')}:00`}
        </text>
      ))}
      {DAYS.map((day, at) => (
        <g key={day}>
          <text className="week-text" x={0} y={TOP + (at + 0.5) * cell} dy="0.32em">
            {day}
          </text>
          {(week[at] ?? []).map((count, hour) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: an hour of the day is its place.
              key={hour}
              className={`week-cell week-${count === 0 ? 0 : Math.ceil((STEPS * count) / most)}`}
              x={LEFT + hour * cell}
              y={TOP + at * cell}
              width={cell - 1}
              height={cell - 1}
            >
              <title>{`${day} ${String(hour).padStart(2, '0')}:00: ${count}`}</title>
            </rect>
          ))}
        </g>
      ))}
    </svg>
  );
}

/** The busiest hour, for those who do not see the picture. */
function describe(week: readonly (readonly number[])[]): string {
  const hours = week.flatMap((day, at) => day.map((count, hour) => ({ count, at, hour })));
  const top = hours.reduce((best, one) => (one.count > best.count ? one : best), {
    count: 0,
    at: 0,
    hour: 0,
  });
  return top.count === 0
    ? 'Nothing happened.'
    : `Most on ${DAYS[top.at]} at ${top.hour}:00 UTC: ${top.count}.`;
}
