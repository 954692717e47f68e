import './bar-list.css';

/** So much of the end of a name is always seen: it tells instances apart, as its beginning tells what they are. */
const TAIL = 14;
/** Shorter beginnings than this are not worth taking apart. */
const HEAD = 6;

export interface Bar {
  readonly name: string;
  readonly value: number;
  /** The number, as it is to be read. */
  readonly text: string;
  /** A few words more, where one points at it. */
  readonly title?: string;
}

export interface BarListProps {
  readonly label: string;
  /** What the bars are, and what they count. */
  readonly heads: readonly [string, string];
  readonly bars: readonly Bar[];
}

/** A table of a few named numbers with a bar for each, the longest as wide as there is room. */
export function BarList({ label, heads, bars }: BarListProps) {
  const most = Math.max(...bars.map(({ value }) => value), 1e-9);
  return (
    <table className="bar-list" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{heads[0]}</th>
          <th scope="col" colSpan={2}>
            {heads[1]}
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ name, value, text, title }) => (
          <tr key={name} title={title ?? name}>
            <th scope="row">
              <BarName name={name} />
            </th>
            <td className="bar-room" aria-hidden>
              <span className="bar" style={{ width: `${(100 * value) / most}%` }} />
            </td>
            <td className="bar-number">{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A name that is shortened in its middle where there is no room for it. */
function BarName({ name }: { readonly name: string }) {
  const letters = [...name];
  if (letters.length <= TAIL + HEAD) return name;
  return (
    <>
      <span className="visually-hidden">{name}</span>
      <span className="bar-name" aria-hidden>
        <span className="bar-name-head">{letters.slice(0, -TAIL).join('')}</span>
        <span>{letters.slice(-TAIL).join('')}</span>
      </span>
    </>
  );
}
