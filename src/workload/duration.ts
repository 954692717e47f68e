/** How long something takes, in milliseconds. */
export type Duration =
  | { readonly kind: 'fixed'; readonly ms: number }
  | { readonly kind: 'exponential'; readonly mean: number }
  | { readonly kind: 'logNormal'; readonly median: number; readonly sigma: number };

/** Draws a duration in milliseconds from chance `random`, which gives numbers from 0 to below 1. */
export function drawDuration(duration: Duration, random: () => number): number {
  switch (duration.kind) {
    case 'fixed':
      return duration.ms;
    case 'exponential':
      return -duration.mean * Math.log(1 - random());
    case 'logNormal':
      return duration.median * Math.exp(duration.sigma * drawNormal(random));
  }
}

/** A number from the standard normal distribution (Box and Muller). */
function drawNormal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
