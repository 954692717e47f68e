import { Download } from 'lucide-react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { ExportWays } from '../../panels/exchange/export-ways.tsx';
import { Popover } from '../../ui/popover.tsx';
import { findShownTheme } from '../theme.ts';
import { listLoadWays } from './load-ways.ts';
import { listMatrixWays } from './matrix-ways.ts';
import { listRaceWays } from './race-ways.ts';
import type { RaceDesk } from './shown-race.ts';

/** The ways to take home what the lab shows. */
export function ExportButton({ board, lab, engine, results }: RaceDesk) {
  const tab = useStore(lab, (held) => held.tab);
  const hasRace = useStore(lab, (held) => held.race !== null);
  const ways = useMemo(() => {
    if (tab === 'races') return listRaceWays({ board, lab, engine, results });
    if (tab === 'load') return listLoadWays({ board, lab });
    return tab === 'matrix' ? listMatrixWays({ board, lab, engine }) : [];
  }, [tab, board, lab, engine, results]);
  if (ways.length === 0) return null;
  const isDisabled = tab === 'races' && !hasRace;
  return (
    <Popover
      label="Export"
      align="end"
      trigger={
        <button className="text-button" type="button" disabled={isDisabled}>
          <Download size={16} aria-hidden="true" />
          <span className="text-button-label">Export</span>
        </button>
      }
    >
      <div className="export-panel">
        <ExportWays ways={ways} theme={findShownTheme()} />
      </div>
    </Popover>
  );
}
