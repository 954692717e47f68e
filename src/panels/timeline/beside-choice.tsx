import { useId } from 'react';
import { useStore } from 'zustand';
import type { LabDeskStore } from '../../lab/lab-desk.ts';
import { STRATEGY_IDS } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';

/** Under which strategy the same schedule is told beside the first. */
export function BesideChoice({ lab }: { readonly lab: LabDeskStore }) {
  const { strategy, beside, compare } = useStore(lab);
  const id = useId();
  return (
    <div className="beside-choice">
      <label htmlFor={id}>Same schedule under</label>
      <select
        id={id}
        value={beside ?? ''}
        onChange={(event) => compare(STRATEGY_IDS.find((one) => one === event.target.value) ?? null)}
      >
        <option value="">nothing beside it</option>
        {STRATEGY_IDS.filter((one) => one !== strategy || one === beside).map((one) => (
          <option key={one} value={one}>
            {STRATEGIES[one].name}
          </option>
        ))}
      </select>
    </div>
  );
}
