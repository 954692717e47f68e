import { listKinds } from './schedule-groups.ts';

export interface ScheduleGlyphProps {
  readonly order: readonly number[];
  readonly commands: number;
  readonly hasLocks: boolean;
  readonly width: number;
}

const LANE = 6;

/** A schedule in small: a lane for each command, time to the right; reads hollow, appends solid, asking for a lock a line. */
export function ScheduleGlyph({ order, commands, hasLocks, width }: ScheduleGlyphProps) {
  const step = width / Math.max(order.length, 1);
  const size = Math.min(step - 0.5, LANE - 1);
  const kinds = listKinds(order, hasLocks);
  const height = commands * LANE;
  return (
    <svg
      className="schedule-glyph"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      {order.map((command, index) => {
        const x = index * step + (step - size) / 2;
        const y = command * LANE + (LANE - size) / 2;
        const key = `${index} ${command}`;
        if (kinds[index] === 'acquire') {
          return <path key={key} d={`M${x} ${y + size / 2}h${size}`} stroke="currentColor" strokeWidth={1} />;
        }
        const isRead = kinds[index] === 'read';
        return (
          <rect
            key={key}
            x={isRead ? x + 0.4 : x}
            y={isRead ? y + 0.4 : y}
            width={isRead ? size - 0.8 : size}
            height={isRead ? size - 0.8 : size}
            fill={isRead ? 'none' : 'currentColor'}
            stroke={isRead ? 'currentColor' : 'none'}
            strokeWidth={0.8}
          />
        );
      })}
    </svg>
  );
}
