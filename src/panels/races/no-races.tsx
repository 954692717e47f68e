import type { LabParts } from '../../lab/lab-parts.ts';
import { NewRace } from './new-race.tsx';

/** What to do where no race is yet. */
export function NoRaces({ parts }: { readonly parts: LabParts }) {
  return (
    <section className="race-list race-list-empty" aria-label="Races">
      <h2>Race two commands</h2>
      <p>
        A race is a past, and commands that run at the same time. Every order in which their steps can happen
        is tried, under every strategy.
      </p>
      <NewRace parts={parts} />
      <p>
        The matrix finds races by itself: for every pair of commands, a past in which they get in each other’s
        way.
      </p>
      <button type="button" className="button" onClick={() => parts.lab.getState().show('matrix')}>
        See the matrix
      </button>
    </section>
  );
}
