import type { LoadTrouble } from '../../workload/plan-load.ts';

export interface LoadTroublesProps {
  readonly troubles: readonly LoadTrouble[];
  /** Takes back what was changed on the page. */
  readonly onReset: () => void;
}

/** Why a workload cannot be run, with the places in it. */
export function LoadTroubles({ troubles, onReset }: LoadTroublesProps) {
  return (
    <div className="load-troubles" role="alert">
      <h2>This workload cannot be run</h2>
      <ul>
        {troubles.map(({ at, message }) => (
          <li key={at + message}>
            {at !== '' && <code>{at}</code>} {message}
          </li>
        ))}
      </ul>
      <button className="button" type="button" onClick={onReset}>
        Take back what was changed here
      </button>
    </div>
  );
}
