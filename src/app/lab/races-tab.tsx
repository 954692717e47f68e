import './races-tab.css';
import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { RaceEditor } from '../../panels/races/race-editor.tsx';
import { RaceList } from '../../panels/races/race-list.tsx';
import { ResultTable } from '../../panels/races/result-table.tsx';
import { useChosenRace } from '../../panels/races/use-chosen-race.ts';
import { RaceStory } from '../../panels/timeline/race-story.tsx';
import type { OpenBoard } from '../open-board.ts';

// A real store is not needed to tell a race.
const RealStore = lazy(async () => ({ default: (await import('./real-store.tsx')).RealStore }));

/** The races of the board, and one of them told. */
export function RacesTab(open: OpenBoard) {
  const [isEditing, setIsEditing] = useState(false);
  const race = useStore(open.lab, (held) => held.race);
  const at = race?.kind === 'kept' ? race.at : null;
  const onEdit = (chosen: number) => {
    if (chosen !== at) open.lab.getState().openRace({ kind: 'kept', at: chosen });
    setIsEditing(true);
  };
  return (
    <div className="races-tab">
      <RaceList parts={open} analysis={open.analysis} onEdit={onEdit} />
      <div className="races-tab-main">
        {isEditing && at !== null && (
          <RaceEditor
            key={at}
            parts={open}
            analysis={open.analysis}
            at={at}
            onClose={() => setIsEditing(false)}
          />
        )}
        <Told {...open} />
      </div>
    </div>
  );
}

/** The race that is shown, with its results beside “then and now”. */
function Told(open: OpenBoard) {
  const { board, lab, engine } = open;
  const model = useSyncExternalStore(board.listen, () => board.state().parsed.model);
  const chosen = useChosenRace(open, model);
  if (model === null || chosen?.race == null) return null;
  return (
    <RaceStory
      key={chosen.at ?? chosen.name}
      lab={lab}
      engine={engine}
      model={model}
      race={chosen.race}
      results={<ResultTable parts={open} />}
      tools={
        <Suspense fallback={null}>
          <RealStore {...open} />
        </Suspense>
      }
    />
  );
}
