import { createStore } from 'zustand/vanilla';
import type { Board } from '../../board/board.ts';
import type { DeskStore } from '../../board/desk.ts';
import { toName } from '../../board/edits/name.ts';
import { removeElements } from '../../board/edits/remove-elements.ts';
import { renameElement } from '../../board/edits/rename-element.ts';
import { type BoardKind, type ElementKey, findElement, parseKey } from '../../board/element-key.ts';
import { KINDS } from '../../board/kinds.ts';
import type { JsonObject } from '../../lib/json.ts';

/** Puts a new element into a document, under this name or, without one, under any. */
export type Make = (
  document: JsonObject,
  name: string,
) => { readonly document: JsonObject; readonly key: ElementKey };

/** A note that was made to be typed into and has no name yet. */
interface Fresh {
  readonly key: ElementKey;
  readonly kind: BoardKind;
  readonly label: string;
  readonly make: Make;
  readonly selectedBefore: readonly ElementKey[];
}

/** What is typed is kept this often, in milliseconds, so that a killed tab loses no more. */
const DRAFT_MS = 200;

export type Typing = ReturnType<typeof createTyping>;

/** Typing names into notes: what is typed is a draft until it is committed, and a note without a name leaves nothing behind. */
export function createTyping(board: Board, desk: DeskStore) {
  let fresh: Fresh | null = null;
  /** Counts the notes made to be typed into: the next one may get the very key that the last one had. */
  const rounds = createStore(() => 0);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest: { readonly key: ElementKey; readonly text: string } | null = null;

  const keepDraft = () => {
    timer = undefined;
    if (latest) board.draft(latest.key, latest.text);
  };
  const dropDraft = (key: ElementKey) => {
    clearTimeout(timer);
    timer = undefined;
    latest = null;
    board.draft(key, null);
  };
  const finish = (selected: readonly ElementKey[]) => {
    fresh = null;
    desk.getState().startEditing(null);
    desk.getState().select(selected);
  };
  /** Whether taking the last step back takes back the making of the note and nothing else. */
  const isLastStep = ({ label }: Fresh) => board.state().undoLabel === label;

  const abandon = (key: ElementKey) => {
    const made = fresh?.key === key ? fresh : null;
    dropDraft(key);
    if (made === null) return finish([key]);
    if (isLastStep(made)) board.discard();
    else board.edit(`Delete ${made.key}`, (document) => removeElements(document, [made.key]));
    finish(made.selectedBefore);
  };

  const nameFresh = (made: Fresh, name: string): ElementKey => {
    let key = made.key;
    const label = `Add ${sayKind(made.kind)} ${name}`;
    if (isLastStep(made)) {
      // Made and named is one step: the making is taken back, and done again with the name.
      board.discard();
      board.edit(label, (document) => {
        const added = made.make(document, name);
        key = added.key;
        return added.document;
      });
    } else key = rename(label, made.key, name);
    dropDraft(made.key);
    return key;
  };

  const rename = (label: string, key: ElementKey, name: string): ElementKey => {
    let renamed = key;
    board.edit(label, (document) => {
      const result = renameElement(document, key, name);
      renamed = result.key;
      return result.document;
    });
    return renamed;
  };

  const commit = (key: ElementKey, text: string): ElementKey | null => {
    const kind = parseKey(key)?.kind;
    const made = fresh?.key === key ? fresh : null;
    const isThere = findElement(board.state().document, key) !== undefined;
    const name = kind === undefined ? '' : toName(kind, text);
    if (!isThere || (made !== null && name === '')) {
      abandon(key);
      return null;
    }
    let now = key;
    if (made) now = nameFresh(made, name);
    else if (name !== '' && name !== parseKey(key)?.name) {
      now = rename(`Rename ${parseKey(key)?.name} to ${name}`, key, name);
    }
    dropDraft(key);
    finish([now]);
    return now;
  };

  return {
    rounds,
    /** Makes a note and lets its name be typed. */
    begin: (kind: BoardKind, make: Make) => {
      const label = `Add ${sayKind(kind)}`;
      const selectedBefore = desk.getState().selected;
      const made: { key: ElementKey | null } = { key: null };
      board.edit(label, (document) => {
        const added = make(document, '');
        made.key = added.document === document ? null : added.key;
        return added.document;
      });
      if (made.key === null) return;
      fresh = { key: made.key, kind, label, make, selectedBefore };
      desk.getState().select([made.key]);
      rounds.setState((round) => round + 1, true);
      desk.getState().startEditing(made.key);
    },
    /** What the field starts with. */
    textOf: (key: ElementKey): string =>
      board.state().drafts.get(key) ?? (fresh?.key === key ? '' : (parseKey(key)?.name ?? '')),
    input: (key: ElementKey, text: string) => {
      latest = { key, text };
      timer ??= setTimeout(keepDraft, DRAFT_MS);
    },
    /** Takes what was typed as the name; the key of the note from now on, or null when it is gone. */
    commit,
    /** Takes a change of a name back. What was said about a new note is kept: no note is lost to a wrong key. */
    cancel: (key: ElementKey): void => {
      const said = fresh?.key === key && latest?.key === key ? latest.text : '';
      if (said.trim() === '') abandon(key);
      else commit(key, said);
    },
  };
}

function sayKind(kind: BoardKind): string {
  return KINDS[kind].label.toLowerCase();
}
