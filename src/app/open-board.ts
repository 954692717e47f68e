import type { StoreApi } from 'zustand/vanilla';
import type { AnalysisSource } from '../board/analysis.ts';
import type { Board, BoardEntry } from '../board/board.ts';
import type { DeskStore } from '../board/desk.ts';
import type { LayoutService } from '../board/layout.ts';
import type { LabEngine } from '../lab/engine.ts';
import type { LabDeskStore } from '../lab/lab-desk.ts';
import type { LoadEngine } from '../lab/load/load-engine.ts';
import type { RaceResults } from '../lab/race-results.ts';
import type { JsonObject } from '../lib/json.ts';
import type { ActionRegistry } from '../ui/actions.ts';

/** A board and all that works on it. */
export interface OpenBoard {
  readonly board: Board;
  readonly desk: DeskStore;
  readonly analysis: AnalysisSource;
  readonly layout: LayoutService;
  readonly lab: LabDeskStore;
  /** Works for all boards of the page. */
  readonly engine: LabEngine & LoadEngine;
  readonly results: RaceResults;
  readonly actions: ActionRegistry;
  /** What the address leads to and the board does not have, in words. */
  readonly lost: StoreApi<{ readonly message: string | null }>;
  /** All boards of this browser; null while they are being looked for. */
  readonly boards: () => readonly BoardEntry[] | null;
  /** Makes a board of its own of a document, and gives its id. */
  readonly createBoard: (document: JsonObject) => Promise<string>;
  /** Lets what came later be closed with the board. */
  readonly whenClosed: (close: () => void) => void;
  readonly close: () => void;
}
