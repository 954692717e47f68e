import type { Needing, Relation } from './find-needing.ts';
import { STANDINGS, sayCircumstance } from './say-needing.ts';
import type { Boundaries } from './use-boundaries.ts';

export interface NeedingDetailsProps {
  readonly needing: readonly Needing[];
  readonly unknown: Boundaries['unknown'];
  readonly type: string;
  readonly strategyName: string;
}

/** Each command that an event matters to, when, why, and whether the strategy watches over it. */
export function NeedingDetails({ needing, unknown, type, strategyName }: NeedingDetailsProps) {
  const needed = needing.filter(({ standing }) => standing !== 'extra');
  const extra = needing.filter(({ standing }) => standing === 'extra');
  return (
    <>
      {needed.length > 0 && (
        <>
          <p className="log-story">To decide, these commands need it. Under {strategyName} it is:</p>
          <CommandList needing={needed} />
        </>
      )}
      {needed.length === 0 && unknown.length === 0 && (
        <p className="muted">No command needs {type} to decide.</p>
      )}
      {extra.length > 0 && (
        <>
          <p className="log-story">These do not need it. Under {strategyName} it is:</p>
          <CommandList needing={extra} />
        </>
      )}
      {unknown.map(({ command, reason }) => (
        <p key={command} className="muted">
          Not to be said of {command} under {strategyName}: {reason}
        </p>
      ))}
    </>
  );
}

function CommandList({ needing }: { readonly needing: readonly Needing[] }) {
  return (
    <ul className="log-commands">
      {needing.map(({ command, relations }) => (
        <li key={command}>
          <span className="log-command">{command}</span>
          <ul>
            {relations.map((relation) => (
              <li key={JSON.stringify(relation)} className={`log-standing log-standing-${relation.standing}`}>
                {sayWhen(relation)}
                <span className="log-standing-words">{STANDINGS[relation.standing]}</span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function sayWhen(relation: Relation) {
  const circumstance = sayCircumstance(relation);
  const when = circumstance === null ? 'always' : `when it is about ${circumstance}`;
  const why = relation.constraints.length === 0 ? '' : `, for ${relation.constraints.join(' and ')}`;
  return (
    <span>
      {when}
      {why}
    </span>
  );
}
