import { ArrowRight } from 'lucide-react';
import { useMemo, useSyncExternalStore } from 'react';
import { type BoundaryFinding, findingOf, groupByKind } from '../../lab/boundary/boundary-kinds.ts';
import { findProof, isSearching } from '../../lab/boundary/find-proof.ts';
import type { LabDeskStore } from '../../lab/lab-desk.ts';
import type { RaceResults } from '../../lab/race-results.ts';
import type { BoundaryReport } from '../../strategies/report-boundary.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';

export interface ShowMeProps {
  readonly report: BoundaryReport;
  readonly lab: LabDeskStore;
  readonly results: RaceResults;
}

/** The way to a race that shows what comes of the boundary; to the matrix where no race is known to. */
export function ShowMe({ report, lab, results }: ShowMeProps) {
  const entries = useSyncExternalStore(results.listen, results.state);
  const shows = expectFinding(report);
  const { command, strategy } = report;
  const proof = useMemo(
    () => (shows === null ? null : findProof(entries, command, strategy, shows)),
    [entries, command, strategy, shows],
  );
  if (shows === null || (proof === null && isSearching(entries, strategy))) return null;
  const open = () => {
    const { openRace, show } = lab.getState();
    if (proof === null) show('matrix');
    else openRace({ kind: 'kept', at: proof.at }, { schedule: proof.schedule, step: proof.step });
  };
  return (
    <button className="boundary-show" type="button" onClick={open}>
      <VerdictMark finding={shows} />
      <span>{proof === null ? 'Look for a race in the matrix' : `Watch it happen: ${proof.name}`}</span>
      <ArrowRight size={14} aria-hidden="true" />
    </button>
  );
}

/** The worst that a boundary makes one expect; null where nothing is to be expected. */
function expectFinding(report: BoundaryReport): BoundaryFinding | null {
  const groups = groupByKind(report);
  const worst = WORST_FIRST.find((kind) => groups[kind].length > 0);
  return worst === undefined ? null : findingOf(worst, report);
}

const WORST_FIRST = ['open', 'extra', 'relaxed'] as const;
