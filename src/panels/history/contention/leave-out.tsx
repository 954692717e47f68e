import { groupDigits } from '../../../lib/format-number.ts';

export interface LeaveOutItem {
  readonly name: string;
  readonly count: number;
  /** Why one would leave it out. */
  readonly note?: string;
  /** What the button says that leaves out all with the same words. */
  readonly proposed?: string;
}

export interface LeaveOutProps {
  readonly legend: string;
  readonly items: readonly LeaveOutItem[];
  /** The names that are left out. */
  readonly left: readonly string[];
  readonly onChange: (left: readonly string[]) => void;
}

const SHOWN = 6;

/** What can be left out of a measure, with what is proposed to be in one click. */
export function LeaveOut({ legend, items, left, onChange }: LeaveOutProps) {
  if (items.length === 0) return null;
  const listed = items.slice(0, Math.max(SHOWN, items.findLastIndex(({ name }) => left.includes(name)) + 1));
  const rest = items.slice(listed.length);
  return (
    <fieldset className="contention-leave">
      <legend>{legend}</legend>
      {proposalsOf(items, left).map(([proposal, names]) => (
        <button
          key={proposal}
          className="button contention-propose"
          type="button"
          onClick={() => onChange([...left, ...names])}
        >
          {proposal}
        </button>
      ))}
      {listed.map((item) => (
        <Check key={item.name} item={item} left={left} onChange={onChange} />
      ))}
      {rest.length > 0 && (
        <details>
          <summary>{`${groupDigits(rest.length)} more`}</summary>
          {rest.map((item) => (
            <Check key={item.name} item={item} left={left} onChange={onChange} />
          ))}
        </details>
      )}
    </fieldset>
  );
}

function proposalsOf(
  items: readonly LeaveOutItem[],
  left: readonly string[],
): readonly (readonly [string, readonly string[]])[] {
  const proposals = new Map<string, string[]>();
  for (const { name, proposed } of items) {
    if (proposed === undefined || left.includes(name)) continue;
    proposals.set(proposed, [...(proposals.get(proposed) ?? []), name]);
  }
  return [...proposals];
}

interface CheckProps extends Pick<LeaveOutProps, 'left' | 'onChange'> {
  readonly item: LeaveOutItem;
}

function Check({ item: { name, count, note }, left, onChange }: CheckProps) {
  return (
    <label className="contention-check" title={note ?? name}>
      <input
        type="checkbox"
        checked={left.includes(name)}
        onChange={({ target }) =>
          onChange(target.checked ? [...left, name] : left.filter((other) => other !== name))
        }
      />
      <span className="contention-check-name">
        {name}
        {note !== undefined && <small>{note}</small>}
      </span>
      <span className="contention-check-count">{groupDigits(count)}</span>
    </label>
  );
}
