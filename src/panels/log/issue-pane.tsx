import { useState } from 'react';
import type { LogEvent } from '../../lab/live-log.ts';
import { getOwn } from '../../lib/get-own.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { Notice } from '../../ui/notice.tsx';
import { readObject } from '../forms/read-json.ts';
import { DraftForm, readDraft } from './draft-form.tsx';
import { IssueProgress } from './issue-progress.tsx';
import type { Draft } from './use-draft.ts';
import type { Issuing } from './use-issue.ts';
import { WhoField } from './who-field.tsx';

export interface IssuePaneProps {
  readonly draft: Draft;
  readonly issuing: Issuing;
  /** The events to take values from, the last ones first. */
  readonly events: readonly LogEvent[];
  readonly document: JsonObject;
  readonly strategy: StrategyId;
  readonly who: string;
  readonly onWho: (who: string) => void;
}

/** A command given by hand: decided and written by the program of the chosen strategy, on what is really in the log. */
export function IssuePane({ draft, issuing, events, document, strategy, who, onWho }: IssuePaneProps) {
  const [waits, setWaits] = useState(false);
  const { state, issue, append, giveUp } = issuing;
  const { name, data } = readDraft(draft, 'command');
  const isRunning = state?.isRunning === true;
  return (
    <form
      className="log-form form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name === '' || isRunning) return;
        const actor = who.trim() === '' ? null : who.trim();
        issue({ command: { command: name, data }, strategy, actor }, waits);
      }}
    >
      <DraftForm
        draft={draft}
        document={document}
        events={events}
        kind="command"
        label="The command that is issued"
      />
      <WhoField value={who} actors={listActors(document, name)} onType={onWho} />
      <label className="log-check">
        <input type="checkbox" checked={waits} onChange={({ target }) => setWaits(target.checked)} />
        <span>Stop between read and append, so that others can get in between</span>
      </label>
      <div className="log-form-foot">
        <button className="button button-main" type="submit" disabled={name === '' || isRunning}>
          Issue
        </button>
        <span className="log-hint" title={STRATEGIES[strategy].summary}>
          under {STRATEGIES[strategy].name}
        </span>
      </div>
      {state?.failure != null && <Notice kind="trouble">{state.failure}</Notice>}
      {state !== null && <IssueProgress state={state} onAppend={append} onGiveUp={giveUp} />}
    </form>
  );
}

/** Those who give this command, before the others. */
function listActors(document: JsonObject, command: string): readonly string[] {
  const actors = Object.entries(readObject(getOwn(document, 'actors')));
  const issues = (actor: JsonObject) => {
    const given = getOwn(actor, 'issues');
    return Array.isArray(given) && given.includes(command);
  };
  const [own, others] = [true, false].map((wanted) =>
    actors.filter(([, actor]) => issues(readObject(actor)) === wanted).map(([name]) => name),
  );
  return [...(own ?? []), ...(others ?? [])];
}
