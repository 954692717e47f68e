import { useState } from 'react';
import type { BoardLog } from '../../lab/board-log.ts';
import type { LogEvent } from '../../lab/live-log.ts';
import type { JsonObject } from '../../lib/json.ts';
import { Notice } from '../../ui/notice.tsx';
import { sayError } from '../../ui/say-error.ts';
import { listNames } from '../forms/read-json.ts';
import { DraftForm, readDraft } from './draft-form.tsx';
import type { Draft } from './use-draft.ts';
import { WhoField } from './who-field.tsx';

export interface GivePaneProps {
  readonly log: BoardLog;
  readonly draft: Draft;
  /** The events to take values from, the last ones first. */
  readonly events: readonly LogEvent[];
  readonly document: JsonObject;
  readonly who: string;
  readonly onWho: (who: string) => void;
}

type Told = { readonly position: number; readonly event: string } | { readonly failure: string };

/** An event put into the log by hand, which no command decided. */
export function GivePane({ log, draft, events, document, who, onWho }: GivePaneProps) {
  const [told, setTold] = useState<Told | null>(null);
  const { name: event, data } = readDraft(draft, 'event');
  const give = () => {
    const actor = who.trim() === '' ? null : who.trim();
    log.give({ event, data }, actor).then(
      (answer) =>
        setTold(
          'unavailable' in answer ? { failure: answer.unavailable } : { position: answer.position, event },
        ),
      (error: unknown) => setTold({ failure: sayError(error) }),
    );
  };
  return (
    <form
      className="log-form form"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        if (event !== '') give();
      }}
    >
      <DraftForm
        draft={draft}
        document={document}
        events={events}
        kind="event"
        label="The event that is given"
      />
      <WhoField value={who} actors={listNames(document, 'actors')} onType={onWho} />
      <div className="log-form-foot">
        <button className="button button-main" type="submit" disabled={event === ''}>
          Append
        </button>
        <span className="log-hint">without asking any rule</span>
      </div>
      {told !== null && 'failure' in told && <Notice kind="trouble">{told.failure}</Notice>}
      {told !== null && 'position' in told && (
        <p className="log-issue log-issue-title" role="status">
          {told.event} stands at position {told.position}.
        </p>
      )}
    </form>
  );
}
