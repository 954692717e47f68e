import type * as Y from 'yjs';
import type { JsonObject } from '../../lib/json.ts';
import type { Board, BoardState, Edit, EditOptions, Saving } from '../board.ts';
import { type ElementKey, parseKey } from '../element-key.ts';
import { readParsed } from './read-parsed.ts';
import { SharedReader } from './shared-reader.ts';
import { UndoSteps } from './undo-steps.ts';
import { writeChange } from './write-change.ts';

export interface SharedBoardOptions {
  readonly id: string;
  /** The Yjs document that the board is a view of. */
  readonly shared: Y.Doc;
  readonly saving: Saving;
  readonly now: () => number;
  /** Resolves when everything so far is kept. */
  readonly flush?: () => Promise<void>;
  readonly close?: () => void;
}

type Facts = Omit<BoardState, 'parsed'>;

/** Whoever types: kept and shared, but nothing to take back. */
const TYPING = { typing: true };

/** A board on a Yjs document, wherever that is kept. */
export class SharedBoard implements Board {
  readonly id: string;
  readonly #options: SharedBoardOptions;
  readonly #shared: Y.Doc;
  readonly #reader: SharedReader;
  readonly #steps: UndoSteps;
  readonly #listeners = new Set<() => void>();
  /** Where this person's edits come from: each board its own, so that two in one page can be told apart. */
  readonly #person = {};
  #drafts: ReadonlyMap<ElementKey, string> | undefined;
  #saving: Saving;
  #state: BoardState;
  #isBusy = false;

  constructor(options: SharedBoardOptions) {
    this.id = options.id;
    this.#options = options;
    this.#shared = options.shared;
    this.#saving = options.saving;
    this.#reader = new SharedReader(this.#shared);
    this.#steps = new UndoSteps(this.#shared, this.#person, options.now);
    this.#state = makeState(this.#readFacts());
    this.#shared.on('afterTransaction', ({ changedParentTypes }) => {
      this.#reader.forget(changedParentTypes);
      const changed: ReadonlyMap<unknown, unknown> = changedParentTypes;
      if (changed.has(this.#shared.getMap('drafts'))) this.#drafts = undefined;
    });
    this.#shared.on('afterAllTransactions', () => {
      if (!this.#isBusy) this.#refresh();
    });
  }

  readonly state = (): BoardState => this.#state;

  readonly listen = (listener: () => void): (() => void) => {
    // A function of its own, so that one listener can listen twice.
    const entry = () => listener();
    this.#listeners.add(entry);
    return () => this.#listeners.delete(entry);
  };

  readonly edit = (label: string, edit: Edit, options: EditOptions = {}): void => {
    const before = this.#state.document;
    const after = edit(before);
    if (after === before) return;
    this.#do(() => {
      this.#steps.begin(label, options.group);
      this.#shared.transact(() => writeChange(this.#shared, before, after), this.#person);
    });
  };

  readonly undo = (): void => this.#do(() => this.#steps.undo());

  readonly redo = (): void => this.#do(() => this.#steps.redo());

  readonly discard = (): void => this.#do(() => this.#steps.discard());

  readonly draft = (key: ElementKey, text: string | null): void => {
    if ((this.#state.drafts.get(key) ?? null) === text) return;
    const drafts = this.#shared.getMap('drafts');
    this.#do(() =>
      this.#shared.transact(() => {
        if (text === null) drafts.delete(key);
        else drafts.set(key, text);
      }, TYPING),
    );
  };

  readonly flush = (): Promise<void> => this.#options.flush?.() ?? Promise.resolve();

  readonly close = (): void => {
    this.#options.close?.();
    this.#steps.close();
    this.#shared.destroy();
    this.#listeners.clear();
  };

  /** Says how far the board is kept. */
  readonly setSaving = (saving: Saving): void => {
    this.#saving = saving;
    if (!this.#isBusy) this.#refresh();
  };

  /** Does something that changes several things, and tells of it once. */
  #do(change: () => void): void {
    this.#isBusy = true;
    try {
      change();
    } finally {
      this.#isBusy = false;
      this.#refresh();
    }
  }

  #refresh(): void {
    // Reading a section for the first time makes its root type, which Yjs counts as a transaction.
    this.#isBusy = true;
    const facts = this.#readFacts();
    this.#isBusy = false;
    if (isSame(facts, this.#state)) return;
    this.#state = makeState(facts);
    for (const listener of [...this.#listeners]) listener();
  }

  #readFacts(): Facts {
    this.#drafts ??= readDrafts(this.#shared.getMap('drafts'));
    return {
      document: this.#reader.read(),
      drafts: this.#drafts,
      undoLabel: this.#steps.undoLabel,
      redoLabel: this.#steps.redoLabel,
      saving: this.#saving,
    };
  }
}

/** Writes a whole document into an empty Yjs document. */
export function fillShared(shared: Y.Doc, document: JsonObject): void {
  shared.transact(() => writeChange(shared, {}, document), 'fill');
}

function makeState(facts: Facts): BoardState {
  return {
    ...facts,
    // Reading thousands of elements takes longer than a keystroke may: it is done when somebody asks, once.
    get parsed() {
      return readParsed(facts.document);
    },
  };
}

function isSame(one: Facts, other: Facts): boolean {
  return (
    one.document === other.document &&
    one.drafts === other.drafts &&
    one.undoLabel === other.undoLabel &&
    one.redoLabel === other.redoLabel &&
    one.saving === other.saving
  );
}

function readDrafts(drafts: Y.Map<unknown>): ReadonlyMap<ElementKey, string> {
  const read = new Map<ElementKey, string>();
  for (const [key, text] of drafts.entries()) {
    if (parseKey(key) && typeof text === 'string') read.set(key as ElementKey, text);
  }
  return read;
}
