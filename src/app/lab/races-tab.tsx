import './races-tab.css';
import { useState } from 'react';
import { useStore } from 'zustand';
import { RaceEditor } from '../../panels/races/race-editor.tsx';
import { RaceList } from '../../panels/races/race-list.tsx';
import { ResultTable } from '../../panels/races/result-table.tsx';
import type { OpenBoard } from '../open-board.ts';

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
        <ResultTable parts={open} />
      </div>
    </div>
  );
}
