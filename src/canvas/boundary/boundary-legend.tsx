import { X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { FindingKey } from '../../exploration/findings.ts';
import {
  BOUNDARY_KINDS,
  type BoundaryKind,
  findingOf,
  groupByKind,
  type KindWords,
  wordsOf,
} from '../../lab/boundary/boundary-kinds.ts';
import { countNeeds, explainBoundary } from '../../lab/boundary/say-boundary.ts';
import type { LabDeskStore } from '../../lab/lab-desk.ts';
import type { RaceResults } from '../../lab/race-results.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import type { BoundaryReport } from '../../strategies/report-boundary.ts';
import { BoundarySwatch } from '../../ui/boundary-mark.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { ShowMe } from './show-me.tsx';
import type { ShownBoundary } from './use-boundary.ts';

export interface BoundaryLegendProps {
  readonly boundary: ShownBoundary;
  readonly lab: LabDeskStore;
  readonly results: RaceResults;
  readonly onClose: () => void;
}

/** What the outlines on the board mean, how many there are, and where to see what comes of them. */
export function BoundaryLegend({ boundary, lab, results, onClose }: BoundaryLegendProps) {
  const { subject, strategy } = boundary;
  const { command, race } = subject;
  return (
    <section
      className="boundary-legend"
      aria-label={`Boundary of ${command}`}
      aria-live="polite"
      onKeyDown={keepKeys}
    >
      <header className="boundary-legend-head">
        <p>
          Boundary of <b>{command}</b>{' '}
          <span className="boundary-legend-strategy">under {STRATEGIES[strategy].name}</span>{' '}
          {race !== null && <span>as it is in the race</span>}
        </p>
        <Tooltip text="Close the boundary" {...(race === null ? { keys: 'Escape' } : {})} side="top">
          <button className="icon-button" type="button" aria-label="Close the boundary" onClick={onClose}>
            <X size={14} aria-hidden="true" />
          </button>
        </Tooltip>
      </header>
      {boundary.state === 'unavailable' ? (
        <>
          <p className="boundary-legend-story boundary-legend-trouble">{boundary.why}.</p>
          {STRATEGIES[strategy].needsStreams && (
            <button
              className="button boundary-legend-way"
              type="button"
              onClick={() => lab.getState().choose(WITHOUT_STREAMS)}
            >
              Show under {STRATEGIES[WITHOUT_STREAMS].name}
            </button>
          )}
        </>
      ) : (
        <>
          <p className="boundary-legend-story">{explainBoundary(boundary.report)}</p>
          <Kinds report={boundary.report} />
          {race === null && <ShowMe report={boundary.report} lab={lab} results={results} />}
        </>
      )}
    </section>
  );
}

/** Runs every command, whatever there are of streams. */
const WITHOUT_STREAMS = 'tag-condition';

function Kinds({ report }: { readonly report: BoundaryReport }) {
  const groups = groupByKind(report);
  const count = countNeeds(report);
  const shown = BOUNDARY_KINDS.filter((kind) => kind !== 'relaxed' || groups[kind].length > 0);
  return (
    <>
      <ul className="boundary-legend-kinds">
        {shown.map((kind) => (
          <Kind
            key={kind}
            kind={kind}
            count={groups[kind].length}
            words={wordsOf(kind, report)}
            finding={findingOf(kind, report)}
          />
        ))}
      </ul>
      {count !== null && <p className="boundary-legend-count">{count}</p>}
    </>
  );
}

interface KindProps {
  readonly kind: BoundaryKind;
  readonly count: number;
  readonly words: KindWords;
  /** What can come of it. */
  readonly finding: FindingKey | null;
}

function Kind({ kind, count, words, finding }: KindProps) {
  return (
    <li className="boundary-legend-kind" data-none={count === 0}>
      <BoundarySwatch kind={kind} />
      <b>{count}</b>
      <span>
        {words.name}
        {count > 0 && finding !== null && <em>{words.consequence}</em>}
      </span>
      {count > 0 && finding !== null && <VerdictMark finding={finding} />}
    </li>
  );
}

/** What is pressed on a button here is not meant for the board. */
function keepKeys(event: KeyboardEvent): void {
  if (event.key === 'Enter' || event.key === ' ') event.stopPropagation();
}
