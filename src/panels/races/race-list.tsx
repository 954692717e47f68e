import '../forms/forms.css';
import './race-list.css';
import { Plus } from 'lucide-react';
import { type KeyboardEvent, useCallback, useRef, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { AnalysisSource } from '../../board/analysis.ts';
import type { LabParts } from '../../lab/lab-parts.ts';
import { Popover } from '../../ui/popover.tsx';
import { FoundItem } from './found-item.tsx';
import { NewRace } from './new-race.tsx';
import { NoRaces } from './no-races.tsx';
import { RaceItem } from './race-item.tsx';
import { sayFault } from './say-fault.ts';
import { useEntries, useFollowRace } from './use-entries.ts';
import { useRaceEdits } from './use-race-edits.ts';
import { StripHead } from './verdict-strip.tsx';

export interface RaceListProps {
  readonly parts: LabParts;
  readonly analysis: AnalysisSource;
  /** Opens the forms of a race. */
  readonly onEdit: (at: number) => void;
}

/** The races of the board: what each strategy makes of them, at a glance. */
export function RaceList({ parts, analysis, onEdit }: RaceListProps) {
  const { lab, desk } = parts;
  const entries = useEntries(parts);
  const found = useSyncExternalStore(analysis.listen, analysis.state);
  const race = useStore(lab, (held) => held.race);
  const strategy = useStore(lab, (held) => held.strategy);
  const [isMaking, setIsMaking] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const focus = useCallback((at: number) => {
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-race="${at}"]`)?.focus());
  }, []);
  const edits = useRaceEdits(parts, focus);
  useFollowRace(parts, entries);
  if (entries.length === 0 && race?.kind !== 'found') return <NoRaces parts={parts} />;
  const open = race?.kind === 'kept' ? race.at : -1;
  const stop = entries[open] ? open : 0;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const at = Number((event.target as HTMLElement).dataset['race'] ?? Number.NaN);
    if (!entries[at]) return;
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: entries.length - 1 }[event.key];
    if (to !== undefined && entries[to]) {
      if (event.altKey) edits.move(at, to);
      focus(to);
    } else if (event.key === 'F2') edits.startRename(at);
    else if (event.key === 'Delete') {
      edits.remove(at);
      focus(Math.min(at, entries.length - 2));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <nav className="race-list" aria-label="Races">
      <StripHead />
      {race?.kind === 'found' && <FoundItem parts={parts} race={race.race} />}
      <ol className="race-items" ref={list} onKeyDown={onKeyDown}>
        {entries.map((entry) => (
          <RaceItem
            key={`${entry.at} ${entry.name}`}
            entry={entry}
            count={entries.length}
            isOpen={entry.at === open}
            isStop={entry.at === stop}
            isRenaming={edits.renaming === entry.at}
            strategy={strategy}
            edits={edits}
            fault={(entry.race?.commands ?? []).length === 0 ? sayFault(found, entry.at) : null}
            onOpen={(under) => {
              if (under !== undefined) lab.getState().choose(under);
              if (entry.at !== open || under !== undefined)
                lab.getState().openRace({ kind: 'kept', at: entry.at });
            }}
            onEdit={() => onEdit(entry.at)}
          />
        ))}
      </ol>
      <div className="race-list-foot">
        <Popover
          label="New race"
          isOpen={isMaking}
          onOpenChange={setIsMaking}
          trigger={
            <button type="button" className="button race-list-new">
              <Plus size={16} strokeWidth={2} aria-hidden="true" />
              New race
            </button>
          }
        >
          <NewRace key={desk.getState().selected.join()} parts={parts} onMade={() => setIsMaking(false)} />
        </Popover>
      </div>
    </nav>
  );
}
