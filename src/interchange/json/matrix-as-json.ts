import type { Hit, MatrixCell, VerdictHits } from '../../exploration/matrix-result.ts';
import { summariseMatrix } from '../../exploration/summarise-matrix.ts';
import type { Model } from '../../model/schema.ts';
import { STRATEGY_IDS } from '../../strategies/program.ts';
import { nameStep } from './name-step.ts';

/** A matrix as JSON: its cells, and what they add up to under each strategy. */
export function matrixAsJson(
  model: Pick<Model, 'name' | 'commands' | 'constraints'>,
  cells: readonly MatrixCell[],
): object {
  const summaries = STRATEGY_IDS.map((strategy) => summariseMatrix(model, cells, strategy));
  return { model: model.name, cells: cells.map(cellAsJson), summaries };
}

/** A cell as JSON, with the steps of its schedules as people write them. */
function cellAsJson({ commands, summary, patterns }: MatrixCell): object {
  return {
    commands,
    summary,
    patterns: patterns.map(({ name, collides, strategies, effects, repeats, bounds }) => ({
      name,
      collides,
      strategies: mapValues(strategies, hitsAsJson),
      effects,
      repeats: repeats && hitAsJson(repeats),
      bounds,
    })),
  };
}

function hitsAsJson(hits: VerdictHits): object {
  return 'unavailable' in hits ? { unavailable: hits.unavailable } : mapValues(hits, hitAsJson);
}

/** A hit as JSON; its race can be put under a model's "races" as it is. */
export function hitAsJson({ past, race, schedule }: Hit): object {
  return { past, race, schedule: schedule.map(nameStep) };
}

function mapValues<V>(record: { readonly [key: string]: V }, map: (value: V) => object): object {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
