import type { Hit, MatrixCell, VerdictHits } from '../../exploration/matrix-result.ts';
import { nameStep } from './name-step.ts';

/** A cell as JSON, with the steps of its schedules as people write them. */
export function cellAsJson({ commands, summary, patterns }: MatrixCell): object {
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
