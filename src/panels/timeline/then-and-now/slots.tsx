import type { Comparison } from '../read-rule.ts';

const MOST = 8;

/** A number that must stay below a limit as slots, some of them taken; what is over the limit sticks out. Nothing for other rules. */
export function Slots({ compared }: { readonly compared: Comparison }) {
  const { left, right, sign } = compared;
  const isCount = [left, right].every((value) => Number.isInteger(value) && value >= 0);
  if (!sign.startsWith('<') || !isCount || right === 0 || Math.max(left, right) > MOST) return null;
  return (
    <svg
      className="slots"
      width={Math.max(left, right) * 11 + (left > right ? 3 : 0)}
      height={10}
      aria-hidden="true"
    >
      {Array.from({ length: Math.max(left, right) }, (_, slot) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a slot is its place
          key={slot}
          className={slot >= right ? 'slot-over' : slot < left ? 'slot-taken' : 'slot-free'}
          x={slot * 11 + (slot >= right ? 3.75 : 0.75)}
          y={0.75}
          width={8.5}
          height={8.5}
          rx={1.5}
        />
      ))}
    </svg>
  );
}
