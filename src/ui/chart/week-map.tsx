import './week-map.css';

export interface WeekMapProps {
  readonly label: string;
  /** Counts by weekday, Monday first, and hour of the day. */
  readonly week: readonly (readonly number[])[];
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const CELL = 14;
const LEFT = 32;
const TOP = 18;
const STEPS = 5;

/** How much happens at which hour of which day of the week. */
export function WeekMap({ label, week }: WeekMapProps) {
  const most = Math.max(1, ...week.flat());
  return (
    <svg
      className="week-map"
      viewBox={`0 0 ${LEFT + 24 * CELL} ${TOP + 7 * CELL}`}
      role="img"
      aria-label={`${label}. ${describe(week)}`}
    >
      {[0, 6, 12, 18].map((hour) => (
        <text key={hour} className="week-text" x={LEFT + hour * CELL} y={TOP - 6}>
          {`${String(hour).padStart(2, '0')}:00`}
        </text>
      ))}
      {DAYS.map((day, at) => (
        <g key={day}>
          <text className="week-text" x={0} y={TOP + at * CELL + 10}>
            {day}
          </text>
          {(week[at] ?? []).map((count, hour) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: an hour of the day is its place.
              key={hour}
              className={`week-cell week-${count === 0 ? 0 : Math.ceil((STEPS * count) / most)}`}
              x={LEFT + hour * CELL}
              y={TOP + at * CELL}
              width={CELL - 1}
              height={CELL - 1}
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
