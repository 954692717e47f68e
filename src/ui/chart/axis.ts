import { scaleLinear, scaleLog } from 'd3-scale';

/** What a side of a chart measures. */
export interface Axis {
  readonly kind: 'linear' | 'log';
  /** From the smallest to the largest value shown; above 0 where it is logarithmic. */
  readonly from: number;
  readonly to: number;
  readonly format: (value: number) => string;
  /** What it measures, in words, with the unit. */
  readonly label: string;
  /** The values written beside it; chosen by the axis when left out. */
  readonly ticks?: readonly number[];
}

/** Where values come to lie, in pixels. */
export interface Scale {
  readonly at: (value: number) => number;
  /** The value at a place. */
  readonly valueAt: (pixel: number) => number;
  readonly ticks: readonly number[];
}

/** Lays an axis over the pixels from `start` to `end`; values outside end at its edges. */
export function layAxis(axis: Axis, start: number, end: number, ticks = 5): Scale {
  const to = axis.to > axis.from ? axis.to : axis.from + 1;
  const scale = axis.kind === 'log' ? scaleLog() : scaleLinear();
  scale.domain([axis.from, to]).range([start, end]).clamp(true);
  const own = axis.kind === 'log' ? thin(scale.ticks(ticks), ticks) : scale.ticks(ticks);
  return { at: scale, valueAt: (pixel) => scale.invert(pixel), ticks: axis.ticks ?? own };
}

/** A logarithmic scale gives every step of each decade, which is far too many to write down. */
function thin(values: readonly number[], most: number): readonly number[] {
  if (values.length <= most) return values;
  const decades = values.filter((value) => Number.isInteger(Math.round(Math.log10(value) * 1e9) / 1e9));
  return decades.length > 1 ? decades : values.filter((_, at) => at % Math.ceil(values.length / most) === 0);
}
