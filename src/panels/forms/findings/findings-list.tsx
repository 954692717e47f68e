import { useState } from 'react';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { FindingItem } from './finding-item.tsx';
import { sortFindings } from './sort-findings.ts';

/** More are shown on request: a board may have a thousand. */
const SHOWN = 8;

/** Findings about one thing, the worst first. */
export function FindingsList({ findings }: { readonly findings: readonly Diagnostic[] }) {
  const [showsAll, setShowsAll] = useState(false);
  const sorted = sortFindings(findings);
  const shown = showsAll ? sorted : sorted.slice(0, SHOWN);
  return (
    <>
      <ul className="finding-list">
        {shown.map((finding) => (
          <FindingItem key={`${finding.at} ${finding.code} ${finding.message}`} finding={finding} />
        ))}
      </ul>
      {shown.length < sorted.length && (
        <button type="button" className="button button-quiet form-add" onClick={() => setShowsAll(true)}>
          {sorted.length - shown.length} more
        </button>
      )}
    </>
  );
}
