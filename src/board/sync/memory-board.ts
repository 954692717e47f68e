import * as Y from 'yjs';
import type { JsonObject } from '../../lib/json.ts';
import type { Board, Saving } from '../board.ts';
import { fillShared, SharedBoard } from './shared-board.ts';

export interface MemoryBoardOptions {
  readonly id?: string;
  /** What to say about its being kept: "saved at 0" unless said. */
  readonly saving?: Saving;
  readonly now?: () => number;
}

/** A board that is kept nowhere: for tests, and for pages where nothing can be stored. */
export function createMemoryBoard(document: JsonObject, options: MemoryBoardOptions = {}): Board {
  const shared = new Y.Doc();
  fillShared(shared, document);
  const { id = 'memory', saving = { kind: 'saved', at: 0 }, now = Date.now } = options;
  return new SharedBoard({ id, shared, saving, now });
}
