import './chart.css';

export interface HeatCell {
  /** From 0, nothing, to 1, the most. */
  readonly heat: number;
  /** Written in the cell; the number is always there, for the colour alone says too little. */
  readonly text: string;
  /** The cell in words. */
  readonly title: string;
  readonly onOpen?: (() => void) | undefined;
}

export interface HeatMapProps {
  readonly label: string;
  /** What the rows are, over their names. */
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly HeatCell[] }[];
}

/** A table whose cells are coloured by how much there is. */
export function HeatMap({ label, corner, columns, rows }: HeatMapProps) {
  return (
    <table className="heat-map" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{corner}</th>
          {columns.map((name) => (
            <th key={name} className="heat-column" scope="col" title={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row" title={row.name}>
              {row.name}
            </th>
            {row.cells.map((cell, at) => (
              <td key={columns[at] ?? at} title={cell.title}>
                <Cell {...cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Five steps are as many as can be told apart. */
const STEPS = 5;

function Cell({ heat, text, title, onOpen }: HeatCell) {
  const className = `heat-cell heat-${heat <= 0 ? 0 : Math.min(STEPS, Math.ceil(heat * STEPS))}`;
  if (onOpen === undefined) return <span className={className}>{text}</span>;
  return (
    <button type="button" className={className} aria-label={title} onClick={onOpen}>
      {text}
    </button>
  );
}
