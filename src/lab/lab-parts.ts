import type { Board } from '../board/board.ts';
import type { DeskStore } from '../board/desk.ts';
import type { LabEngine } from './engine.ts';
import type { LabDeskStore } from './lab-desk.ts';
import type { RaceResults } from './race-results.ts';

/** What every part of the lab works with. */
export interface LabParts {
  readonly board: Board;
  readonly desk: DeskStore;
  readonly lab: LabDeskStore;
  readonly engine: LabEngine;
  readonly results: RaceResults;
}
