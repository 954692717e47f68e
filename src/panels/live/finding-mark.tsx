import { FINDINGS, type FindingKey } from '../../exploration/findings.ts';

/** A finding as its shape and its name. */
export function FindingMark({ finding }: { readonly finding: FindingKey }) {
  const { mark, name, meaning } = FINDINGS[finding];
  return (
    <span className={`live-finding live-finding-${finding}`} title={meaning}>
      <span className="live-finding-shape" aria-hidden="true">
        {mark}
      </span>{' '}
      {name}
    </span>
  );
}
