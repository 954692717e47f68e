import type { JsonObject } from '../lib/json.ts';
import type { ParsedModel } from '../model/parse.ts';
import type { ElementKey } from './element-key.ts';

/** How far the board is kept in this browser. */
export type Saving =
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: number }
  /** Nothing is kept any more; the message says why and what to do. */
  | { readonly kind: 'failed'; readonly message: string };

/** A board at one moment. Versions share what did not change, so `===` tells what did. */
export interface BoardState {
  /** Everything in the document, as the model file has it. */
  readonly document: JsonObject;
  /** The document read by the model room: its usable part, and what is wrong with its shape. */
  readonly parsed: ParsedModel;
  /** Texts being typed into notes and not yet their names. */
  readonly drafts: ReadonlyMap<ElementKey, string>;
  /** What undo and redo would take back and bring again, in words ("Move 3 notes"); null when nothing. */
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
  readonly saving: Saving;
}

/** A change of the document; it returns the same document when there is nothing to change, and never throws. */
export type Edit = (document: JsonObject) => JsonObject;

export interface EditOptions {
  /** Edits of the same group, one after another, are undone together (typing in one field). */
  readonly group?: string;
}

/** A shared document on the board: read as plain immutable data, changed by edits only. */
export interface Board {
  readonly id: string;
  readonly state: () => BoardState;
  readonly listen: (listener: () => void) => () => void;
  /** Changes the document as one step that can be undone; `label` says in words what was done. */
  readonly edit: (label: string, edit: Edit, options?: EditOptions) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Takes the last step back for good, so that redo does not bring it again: for what was given up while it was made. */
  readonly discard: () => void;
  /** Keeps what is being typed into a note, so that a killed tab loses nothing; null when it is done. */
  readonly draft: (key: ElementKey, text: string | null) => void;
  /** Resolves when everything so far is kept. */
  readonly flush: () => Promise<void>;
  readonly close: () => void;
}

/** A board in the list of boards. */
export interface BoardEntry {
  readonly id: string;
  readonly name: string;
  /** When it was last changed, in milliseconds since 1970. */
  readonly changedAt: number;
  readonly notes: number;
  /** What its preview is drawn from: kind and place of each note, at most 200. */
  readonly preview: readonly PreviewNote[];
  /** Deleted, and to be had back by undo; such entries vanish for good after 30 days. */
  readonly deletedAt: number | null;
}

export interface PreviewNote {
  readonly kind: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The boards of this browser. */
export interface BoardShelf {
  /** Newest change first, deleted ones too; null while they are being looked for. */
  readonly entries: () => readonly BoardEntry[] | null;
  /** Why boards are not kept, or not to be had at the moment, in words; null when all is well. */
  readonly notice: () => string | null;
  readonly listen: (listener: () => void) => () => void;
  /** Makes a board of a document, and returns its id. */
  readonly create: (document: JsonObject) => Promise<string>;
  readonly open: (id: string) => Promise<Board>;
  readonly duplicate: (id: string) => Promise<string>;
  readonly rename: (id: string, name: string) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  readonly restore: (id: string) => Promise<void>;
}
