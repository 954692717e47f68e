import { BEHAVIOURS, type Behaviour, type SimulatedSystem } from '../../../lab/history/side-effects.ts';
import { countOf } from '../../../lib/format-number.ts';
import { ToggleGroup } from '../../../ui/toggle-group.tsx';
import { BEHAVIOUR_WORDS } from './side-effect-words.ts';

export interface SystemListProps {
  readonly systems: readonly SimulatedSystem[];
  readonly onBehave: (system: string, behaviour: Behaviour) => void;
}

/** The external systems of the board, simulated here: how each behaves is for the person to say. */
export function SystemList({ systems, onBehave }: SystemListProps) {
  return (
    <ul className="side-effects-systems" aria-label="Simulated external systems">
      {systems.map(({ name, behaviour, done }) => (
        <li key={name} className="side-effects-system">
          <strong>{name}</strong>
          <ToggleGroup
            label={`${name} behaves`}
            options={BEHAVIOURS.map((value) => ({ value, label: BEHAVIOUR_WORDS[value] }))}
            value={behaviour}
            onChoose={(next) => onBehave(name, next)}
          />
          <span className="muted">has done {countOf(done, 'task', 'tasks')}</span>
        </li>
      ))}
    </ul>
  );
}
