export interface CheckOption {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
}

export interface CheckListProps {
  readonly options: readonly CheckOption[];
  readonly chosen: ReadonlySet<string>;
  /** Said when there is nothing to choose. */
  readonly empty: string;
  readonly onToggle: (id: string, isChosen: boolean) => void;
}

/** Things to tick. */
export function CheckList({ options, chosen, empty, onToggle }: CheckListProps) {
  if (options.length === 0) return <p className="rule-hint">{empty}</p>;
  return (
    <ul className="rule-checks">
      {options.map(({ id, label, detail }) => (
        <li key={id}>
          <label className="rule-check">
            <input
              type="checkbox"
              checked={chosen.has(id)}
              onChange={(event) => onToggle(id, event.target.checked)}
            />
            <span>{label}</span>
            {detail !== undefined && <span className="rule-detail">{detail}</span>}
          </label>
        </li>
      ))}
    </ul>
  );
}
