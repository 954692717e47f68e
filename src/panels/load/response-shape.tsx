import type { Durations } from '../../workload/load-result.ts';

export interface ResponseShapeProps {
  readonly durations: Durations;
  /** The milliseconds at both ends, the same in all rows. */
  readonly from: number;
  readonly to: number;
}

const WIDTH = 200;
const HEIGHT = 22;
const PARTS = 40;

/** How long answers take: a hill over a scale that grows in proportion, with the median and where 95 % have come. */
export function ResponseShape({ durations, from, to }: ResponseShapeProps) {
  const place = (ms: number) =>
    (WIDTH * Math.log(Math.max(from, ms) / from)) / Math.max(1e-9, Math.log(to / from));
  const heights = pile(durations, (ms) => place(ms) / WIDTH);
  const most = Math.max(1e-9, ...heights);
  const line = heights.map((height, at) => {
    const x = (WIDTH * (at + 0.5)) / PARTS;
    return `${x.toFixed(1)} ${(HEIGHT - 1 - (height / most) * (HEIGHT - 4)).toFixed(1)}`;
  });
  const base = HEIGHT - 1;
  return (
    <svg className="load-shape" width={WIDTH} height={HEIGHT} aria-hidden="true">
      <path className="load-shape-hill" d={`M0 ${base}L${line.join('L')}L${WIDTH} ${base}Z`} />
      <path className="load-shape-base" d={`M0 ${base + 0.5}H${WIDTH}`} />
      <path className="load-shape-median" d={`M${place(durations.p50)} 2V${base}`} />
      <path className="load-shape-late" d={`M${place(durations.p95)} 2V${base}`} />
    </svg>
  );
}

function pile({ bars }: Durations, shareOf: (ms: number) => number): readonly number[] {
  const heights = Array.from({ length: PARTS }, () => 0);
  for (const { ms, count } of bars) {
    const at = Math.min(PARTS - 1, Math.max(0, Math.floor(shareOf(ms) * PARTS)));
    heights[at] = (heights[at] ?? 0) + count;
  }
  return heights;
}
