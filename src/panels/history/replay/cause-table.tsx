import type { MisfitCause } from '../../../history/replay/replay-report.ts';
import type { GoTo } from '../../../lab/history/go-to.ts';
import { groupDigits } from '../../../lib/format-number.ts';
import { MISFIT_WORDS, sayPlace } from './replay-words.ts';

const MOST = 50;

export interface CauseTableProps {
  readonly causes: readonly MisfitCause[];
  readonly goTo: GoTo;
}

/** Everything that does not fit, by where it fails; the worst first. */
export function CauseTable({ causes, goTo }: CauseTableProps) {
  return (
    <table className="replay-causes">
      <caption className="visually-hidden">What does not fit, by cause</caption>
      <thead>
        <tr>
          <th className="replay-cell replay-head" scope="col">
            What
          </th>
          <th className="replay-cell replay-head" scope="col">
            Where
          </th>
          <th className="replay-cell replay-head" scope="col">
            Events
          </th>
          <th className="replay-cell replay-head" scope="col">
            First
          </th>
        </tr>
      </thead>
      <tbody>
        {causes.slice(0, MOST).map((cause) => (
          <CauseRow key={`${cause.kind} ${cause.at} ${cause.first.type}`} cause={cause} goTo={goTo} />
        ))}
      </tbody>
    </table>
  );
}

function CauseRow({ cause, goTo }: { readonly cause: MisfitCause; readonly goTo: GoTo }) {
  const { kind, at, count, first, expression } = cause;
  const isWarning = kind === 'other-tags';
  return (
    <tr>
      <td className="replay-cell">
        <span className={isWarning ? 'replay-sign replay-sign-warning' : 'replay-sign'} aria-hidden="true">
          {isWarning ? '△' : '✗'}
        </span>
        {MISFIT_WORDS[kind]}
      </td>
      <td className="replay-cell">
        {at.split('/').length > 2 ? (
          <button className="link-button" type="button" title={expression} onClick={() => goTo.place(at)}>
            {sayPlace(at)}
          </button>
        ) : (
          <code className="replay-type">{first.type}</code>
        )}
      </td>
      <td className="replay-cell replay-number">{groupDigits(count)}</td>
      <td className="replay-cell replay-number">
        <button
          className="link-button"
          type="button"
          aria-label={`Event ${groupDigits(first.position)} in the log`}
          onClick={() => goTo.event(first.position)}
        >
          {groupDigits(first.position)}
        </button>
      </td>
    </tr>
  );
}
