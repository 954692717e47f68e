import { compileModel } from '../../../src/decision/compile.ts';
import { exploreMatrix } from '../../../src/exploration/matrix.ts';
import type { Model } from '../../../src/model/schema.ts';
import { createLabEngine } from '../../../src/worker/lab-engine.ts';
import { watchStalls } from './stalls.ts';

export interface MatrixReport {
  readonly cells: number;
  /** Milliseconds until the first cell, until a quarter of them, and until all were there. */
  readonly first: number;
  readonly quarter: number;
  readonly all: number;
  readonly stall: number;
  /** Milliseconds the search alone needs; null when it was not asked. */
  readonly alone: number | null;
}

/** Fills the matrix of a model. */
export async function fillMatrix({
  model,
  past,
  races,
  alone,
}: {
  readonly model: Model;
  readonly past: number;
  readonly races: number;
  readonly alone: boolean;
}): Promise<MatrixReport> {
  const engine = createLabEngine(navigator.hardwareConcurrency);
  const times: number[] = [];
  const start = performance.now();
  const { result, stall } = await watchStalls(() =>
    engine.searchMatrix({ model, past, races }, { onCell: () => times.push(performance.now() - start) }),
  );
  engine.close();
  return {
    cells: result.length,
    first: times[0] ?? Number.NaN,
    quarter: times[Math.floor(times.length / 4)] ?? Number.NaN,
    all: times.at(-1) ?? Number.NaN,
    stall,
    alone: alone ? searchAlone(model, { past, races }) : null,
  };
}

function searchAlone(model: Model, limits: { readonly past: number; readonly races: number }): number {
  const start = performance.now();
  const search = exploreMatrix(compileModel(model), { limits });
  while (!search.next().done);
  return performance.now() - start;
}
