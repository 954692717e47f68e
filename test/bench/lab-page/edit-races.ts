import type { Board } from '../../../src/board/board.ts';
import { createMemoryBoard } from '../../../src/board/sync/memory-board.ts';
import { compileModel } from '../../../src/decision/compile.ts';
import { explore } from '../../../src/exploration/explore.ts';
import { createLabDesk } from '../../../src/lab/lab-desk.ts';
import type { RaceResults } from '../../../src/lab/race-results.ts';
import type { JsonObject } from '../../../src/lib/json.ts';
import { STRATEGY_IDS } from '../../../src/strategies/program.ts';
import { createLabEngine } from '../../../src/worker/lab-engine.ts';
import { createRaceResults } from '../../../src/worker/race-results.ts';
import { watchStalls } from './stalls.ts';

export interface EditReport {
  /** Races under strategies that were explored anew after an edit, in the middle. */
  readonly touched: number;
  /** Milliseconds from an edit to all results, for each edit. */
  readonly edits: readonly number[];
  /** Milliseconds the engine alone needs for what the edits touched, for each edit. */
  readonly alone: readonly number[];
  /** From opening the board to all results. */
  readonly opening: number;
  readonly stall: number;
}

/** More than anybody pauses between two keys, so that each edit counts as one after a pause. */
const PAUSE_MS = 250;

/**
 * Edits a board's constraints one after the other, as somebody would who changes a rule, and waits for the results of
 * all races each time.
 */
export async function editRaces(document: JsonObject): Promise<EditReport> {
  const engine = createLabEngine(navigator.hardwareConcurrency);
  const board = createMemoryBoard(document);
  const started = performance.now();
  const results = createRaceResults(board, engine, createLabDesk());
  await allDone(results);
  const opening = performance.now() - started;
  const constraints = Object.keys((document['constraints'] ?? {}) as JsonObject);
  const edits: number[] = [];
  const alone: number[] = [];
  const touched: number[] = [];
  const { stall } = await watchStalls(async () => {
    // The first edits are there to warm up; nobody edits only once.
    for (const [index, name] of [...constraints, ...constraints].entries()) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      const before = results.state();
      const start = performance.now();
      changeRule(board, name, index);
      await allDone(results);
      if (index < constraints.length) continue;
      const passed = performance.now() - start;
      const count = countTouched(before, results.state());
      if (count === 0) continue;
      edits.push(passed);
      touched.push(count);
    }
  });
  for (const [index, name] of [...constraints, ...constraints].entries()) {
    const before = board.state().parsed.model?.constraints?.[name];
    changeRule(board, name, index + 1000);
    if (before === undefined || index < constraints.length) continue;
    alone.push(exploreAlone(board, name));
  }
  results.close();
  engine.close();
  return { touched: median(touched), edits, alone, opening, stall };
}

function changeRule(board: Board, name: string, round: number): void {
  board.edit('Change a rule', (document) => {
    const constraints = document['constraints'] as { readonly [name: string]: JsonObject };
    const { rule, ...rest } = constraints[name] ?? {};
    const changed = {
      ...rest,
      rule: `(${rule ?? 'true'}) && ${round} >= 0`.replace(/^\(\((.*)\) && \d+ >= 0\)/, '($1)'),
    };
    return { ...document, constraints: { ...constraints, [name]: changed } };
  });
}

function countTouched(
  before: ReturnType<RaceResults['state']>,
  after: ReturnType<RaceResults['state']>,
): number {
  return after.reduce(
    (sum, entry, at) =>
      sum + STRATEGY_IDS.filter((id) => entry.results[id] !== before[at]?.results[id]).length,
    0,
  );
}

/** The same work without workers and without memory: what the constraint touches, compiled and explored. */
function exploreAlone(board: Board, constraint: string): number {
  const { model } = board.state().parsed;
  if (model === null) return Number.NaN;
  const checks = (command: string) =>
    (model.commands?.[command]?.checks ?? []).some(
      (check) => (typeof check === 'string' ? check : check.constraint) === constraint,
    );
  const races = (model.races ?? []).filter((race) => race.commands?.some(({ command }) => checks(command)));
  const start = performance.now();
  const compiled = compileModel(model);
  for (const race of races) for (const id of STRATEGY_IDS) explore(compiled, race, id);
  return performance.now() - start;
}

/** Resolves when nothing is being worked on any more. */
function allDone(results: RaceResults): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const states = results.state().flatMap((entry) => STRATEGY_IDS.map((id) => entry.results[id]?.state));
      if (states.length === 0 || states.includes('working')) return;
      stop();
      resolve();
    };
    const stop = results.listen(look);
    // What was known all along is told by nobody.
    setTimeout(look, 60);
  });
}

function median(samples: readonly number[]): number {
  return samples.toSorted((a, b) => a - b)[Math.floor(samples.length / 2)] ?? Number.NaN;
}
