import './result-table.css';
import { useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Exploration } from '../../exploration/result.ts';
import type { LabParts } from '../../lab/lab-parts.ts';
import { shownSchedule } from '../../lab/shown-schedule.ts';
import type { Model } from '../../model/schema.ts';
import { STRATEGY_IDS, type StrategyId } from '../../strategies/program.ts';
import { GroupHead } from './group-head.tsx';
import { type Explorations, NumbersTable } from './numbers-table.tsx';
import { ResultHead } from './result-head.tsx';
import { ResultRow } from './result-row.tsx';
import type { ResultsView } from './results-view.ts';
import { knownOf } from './say-result.ts';
import { groupSchedules } from './schedule-groups.ts';
import { SearchOffer } from './search-offer.tsx';
import { type ChosenRace, useChosenRace } from './use-chosen-race.ts';
import { useScheduleLists } from './use-schedule-lists.ts';

export interface ResultTableProps {
  readonly parts: LabParts;
}

/** What happens in the shown race over all schedules, under every strategy side by side. */
export function ResultTable({ parts }: ResultTableProps) {
  const model = useSyncExternalStore(parts.board.listen, () => parts.board.state().parsed.model);
  const chosen = useChosenRace(parts, model);
  if (chosen === null || chosen.race === null || model === null) return null;
  return <Results key={chosen.at ?? chosen.name} parts={parts} model={model} chosen={chosen} />;
}

interface ResultsProps extends ResultTableProps {
  readonly model: Model;
  readonly chosen: ChosenRace;
}

function Results({ parts, model, chosen }: ResultsProps) {
  const [isMore, setIsMore] = useState(false);
  const explored = listExplored(chosen);
  const view = useView(parts, model, chosen, explored, isMore);
  return (
    <section className="results" aria-label="All schedules, all strategies">
      <ResultHead chosen={chosen} isMore={isMore} onMore={setIsMore} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="results-scroll" tabIndex={0} aria-label="Results by strategy">
        <table className="results-table">
          <caption className="visually-hidden">What happens over all schedules, by strategy</caption>
          {groupSchedules(view.lists).flatMap((group) => [
            <GroupHead key={`head ${group.ids.join()}`} view={view} group={group} />,
            ...group.ids.map((id) => <ResultRow key={id} view={view} group={group} strategy={id} />),
          ])}
        </table>
        {isMore && <NumbersTable view={view} results={explored} />}
      </section>
      <SearchOffer view={view} unguarded={explored.unguarded ?? null} />
    </section>
  );
}

function useView(
  parts: LabParts,
  model: Model,
  chosen: ChosenRace,
  explored: Explorations,
  isMore: boolean,
): ResultsView {
  const { lab } = parts;
  const strategy = useStore(lab, (held) => held.strategy);
  const schedule = useStore(lab, (held) => held.schedule);
  const lists = useScheduleLists(parts, model, chosen.race, chosen.results);
  const current = explored[strategy];
  const { choose, follow } = lab.getState();
  return {
    parts,
    model,
    chosen,
    lists,
    strategy,
    shown: current === undefined ? schedule : shownSchedule(schedule, strategy, current),
    isMore,
    choose,
    follow: (made) => {
      choose(made.strategy);
      follow(made, null);
    },
    showWitness: (id, key) => {
      const steps = explored[id]?.witnesses[key];
      if (steps === undefined) return;
      choose(id);
      follow({ strategy: id, order: steps.map(({ command }) => command) }, steps.length);
    },
  };
}

/** What is known by now, for the strategies that can be used. */
function listExplored({ results }: ChosenRace): Explorations {
  return Object.fromEntries(
    STRATEGY_IDS.flatMap((id): [StrategyId, Exploration][] => {
      const known = knownOf(results[id]);
      return known === null || 'unavailable' in known ? [] : [[id, known]];
    }),
  );
}
