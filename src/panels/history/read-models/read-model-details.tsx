import type { GoTo } from '../../../lab/history/go-to.ts';
import type { ReadModelStatus, ReadModels } from '../../../lab/history/read-models.ts';
import { groupDigits } from '../../../lib/format-number.ts';
import { Notice } from '../../../ui/notice.tsx';
import { ReadModelContent } from './read-model-content.tsx';
import { sayCheck } from './read-model-words.ts';

export interface ReadModelDetailsProps {
  readonly status: ReadModelStatus;
  readonly readModels: ReadModels;
  readonly goTo: GoTo;
}

/** What can be done about a read model, what is wrong with it, and what it holds. */
export function ReadModelDetails({ status, readModels, goTo }: ReadModelDetailsProps) {
  const { name, phase, isOutdated, position, rebuildTo, check, trouble, error } = status;
  return (
    <section className="read-model-details" aria-label={`Read model ${name}`}>
      <header className="read-model-line">
        <h3>{name}</h3>
        {rebuildTo !== null && (
          <progress
            className="read-model-progress"
            aria-label={`Rebuilding ${name}`}
            max={Math.max(rebuildTo, 1)}
            value={position}
          />
        )}
        <Controls status={status} readModels={readModels} />
      </header>
      {trouble !== null && <Notice kind="trouble">{trouble}</Notice>}
      {phase === 'stale' && (
        <Notice kind="plain">
          {isOutdated
            ? 'It was built before a migration changed stored events, and stands still so that old and new are not mixed. Rebuild it to have it as the log says now.'
            : 'It was built with an older definition, and stands still so that old and new are not mixed. Rebuild it to have it as the model says now.'}
        </Notice>
      )}
      {error !== null && <Failure error={error} goTo={goTo} />}
      {check !== null && (
        <p className="read-model-check" role="status">
          {sayCheck(check)}
        </p>
      )}
      <ReadModelContent status={status} readModels={readModels} />
    </section>
  );
}

function Controls({ status, readModels }: Omit<ReadModelDetailsProps, 'goTo'>) {
  const { name, phase } = status;
  const isStanding = phase === 'paused' || phase === 'failed';
  return (
    <span className="read-model-controls">
      {isStanding ? (
        <button className="button" type="button" onClick={() => readModels.resume(name)}>
          {phase === 'failed' ? 'Try again' : 'Resume'}
        </button>
      ) : (
        <button
          className="button"
          type="button"
          disabled={phase === 'stale'}
          onClick={() => readModels.pause(name)}
        >
          {phase === 'rebuilding' ? 'Stop' : 'Pause'}
        </button>
      )}
      <button
        className={phase === 'stale' ? 'button button-main' : 'button'}
        type="button"
        onClick={() => readModels.rebuild(name)}
      >
        Rebuild
      </button>
      <button
        className="button"
        type="button"
        disabled={phase === 'stale'}
        onClick={() => readModels.check(name)}
      >
        Check against the log
      </button>
    </span>
  );
}

interface FailureProps {
  readonly error: NonNullable<ReadModelStatus['error']>;
  readonly goTo: GoTo;
}

/** The event it cannot take, and the ways to it and to the expression. */
function Failure({ error, goTo }: FailureProps) {
  const { position, eventType, at, expression, message } = error;
  return (
    <div className="read-model-failure" role="alert">
      <p>
        <span className="read-model-sign read-model-sign-failed" aria-hidden="true">
          ✗
        </span>
        It stopped before <code>{eventType}</code> at {groupDigits(position)}: {message}
      </p>
      {expression !== '' && <code className="read-model-expression">{expression}</code>}
      <p className="read-model-controls">
        <button className="button" type="button" onClick={() => goTo.event(position)}>
          Show event {groupDigits(position)} in the log
        </button>
        <button className="button" type="button" onClick={() => goTo.place(at)}>
          Go to the expression
        </button>
      </p>
    </div>
  );
}
