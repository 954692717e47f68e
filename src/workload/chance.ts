import { seededRandom } from '../lib/seeded-random.ts';

/** A source of chance that has nothing to do with the others of the same seed: equal seeds and names give equal numbers, from 0 to below 1. */
export function branchChance(seed: number, ...names: readonly (string | number)[]): () => number {
  let hash = 0x811c9dc5 ^ (seed >>> 0);
  for (const name of names) {
    const text = `${name}/`;
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  // Mixed once more, for seeds that differ in one bit would start alike.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return seededRandom(hash ^ (hash >>> 16));
}
