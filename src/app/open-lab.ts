import type { Board } from '../board/board.ts';
import type { LabEngine } from '../lab/engine.ts';
import type { LabDeskStore } from '../lab/lab-desk.ts';
import type { LoadEngine } from '../lab/load/load-engine.ts';
import type { RaceResults } from '../lab/race-results.ts';
import { createLabEngine } from '../worker/lab-engine.ts';
import { createRaceResults } from '../worker/race-results.ts';

let engine: (LabEngine & LoadEngine) | undefined;

/** The engine, one for all boards of the page, and the results of a board's races. */
export function openLab(
  board: Board,
  lab: LabDeskStore,
): { readonly engine: LabEngine & LoadEngine; readonly results: RaceResults } {
  engine ??= createLabEngine(navigator.hardwareConcurrency);
  return { engine, results: createRaceResults(board, engine, lab) };
}
