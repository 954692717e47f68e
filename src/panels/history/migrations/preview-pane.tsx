import { useState } from 'react';
import type { MigrationPreview } from '../../../history/migrate/preview-migrations.ts';
import type { ReplayReport } from '../../../history/replay/replay-report.ts';
import type { GoTo } from '../../../lab/history/go-to.ts';
import { countOf, groupDigits } from '../../../lib/format-number.ts';
import { Notice } from '../../../ui/notice.tsx';
import { sayFit } from '../replay/replay-words.ts';
import { SampleTable } from './sample-table.tsx';
import type { MigrationWork } from './use-migrations.ts';

export interface PreviewPaneProps {
  readonly work: MigrationWork;
  readonly hasMigrations: boolean;
  readonly goTo: GoTo;
}

/** What the migrations would do to the log, and the way to do it. */
export function PreviewPane({ work, hasMigrations, goTo }: PreviewPaneProps) {
  const { preview, working, said, trouble } = work;
  return (
    <section className="migrations-preview" aria-label="Preview">
      <div className="migrations-line">
        <h3>What they would do</h3>
        <button
          className="button"
          type="button"
          disabled={working !== null || !hasMigrations}
          onClick={work.look}
        >
          Preview
        </button>
      </div>
      <p role="status" className="migrations-said">
        {working ?? said ?? (preview === null ? 'Nothing is changed by looking.' : '')}
      </p>
      {trouble !== null && <Notice kind="trouble">{trouble}</Notice>}
      {preview !== null && <Preview preview={preview} work={work} goTo={goTo} />}
    </section>
  );
}

interface PreviewProps {
  readonly preview: MigrationPreview;
  readonly work: MigrationWork;
  readonly goTo: GoTo;
}

function Preview({ preview, work, goTo }: PreviewProps) {
  const { migrations, events, changed, gone, added, troubles, replay, decisions } = preview;
  return (
    <>
      <p className="migrations-sum">
        {countOf(events.before, 'event', 'events')} become {groupDigits(events.after)}: {groupDigits(changed)}{' '}
        changed, {groupDigits(gone)} gone, {groupDigits(added)} added.
      </p>
      <dl className="migrations-facts">
        <dt>Replay before</dt>
        <dd>{sayReplay(replay.before)}</dd>
        <dt>Replay after</dt>
        <dd>{sayReplay(replay.after)}</dd>
        <dt>Decisions</dt>
        <dd>{sayDecisions(decisions.compared, decisions.changed.length)}</dd>
      </dl>
      {decisions.changed.slice(0, 5).map(({ position, command, before, after }) => (
        <p key={position} className="migrations-decision">
          <button className="link-button" type="button" onClick={() => goTo.event(position)}>
            {groupDigits(position)}
          </button>{' '}
          {command}: {before.kind} → {after.kind}
        </p>
      ))}
      {troubles.length > 0 && (
        <Notice kind="trouble">
          {countOf(troubles.length, 'event', 'events')} cannot be migrated: {troubles[0]?.position}{' '}
          {troubles[0]?.type}: {troubles[0]?.reason}
        </Notice>
      )}
      {migrations.map(({ at, name, touched, onRead, samples }) => (
        <SampleTable key={at} name={name} touched={touched} onRead={onRead} samples={samples} />
      ))}
      <Apply preview={preview} work={work} />
    </>
  );
}

function sayDecisions(compared: number, changed: number): string {
  if (compared === 0) return 'Of none can be told which command it was, and on which data.';
  const again = `${countOf(compared, 'decision', 'decisions')} taken again`;
  if (changed === 0) return `${again}, all come out the same.`;
  return `${again}, ${groupDigits(changed)} ${changed === 1 ? 'comes' : 'come'} out differently.`;
}

function sayReplay(report: ReplayReport): string {
  const { doom } = report;
  return doom === null ? sayFit(report) : `${sayFit(report)} First: ${doom.type} at ${doom.position}.`;
}

/** Asks once more, by what it would do. */
function Apply({ preview, work }: Pick<PreviewProps, 'preview' | 'work'>) {
  const [asks, setAsks] = useState(false);
  const isOnRead = preview.migrations.every(({ onRead }) => onRead);
  const isIdle = preview.changed + preview.gone + preview.added === 0;
  if (isIdle || isOnRead || preview.troubles.length > 0) {
    return isOnRead && !isIdle ? (
      <p className="migrations-said">
        These apply on read: what is stored stays as it is. Replay reads the log that way, and so does every
        command that is issued; read models are built from what is stored.
      </p>
    ) : null;
  }
  const what = `change ${groupDigits(preview.changed)}, take away ${groupDigits(preview.gone)} and add ${groupDigits(preview.added)}`;
  if (!asks) {
    return (
      <button className="button button-main" type="button" onClick={() => setAsks(true)}>
        Apply to the log…
      </button>
    );
  }
  return (
    <section className="migrations-confirm" aria-label="Confirm">
      <p>
        This will {what} of the stored events, in one go. The originals are kept, and it can be undone until
        the same events are changed again.
      </p>
      <button
        className="button button-main"
        type="button"
        disabled={work.working !== null}
        onClick={() => {
          setAsks(false);
          work.apply();
        }}
      >
        Apply
      </button>
      <button className="button" type="button" onClick={() => setAsks(false)}>
        Leave it
      </button>
    </section>
  );
}
