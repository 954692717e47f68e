import { describe, expect, it } from 'vitest';
import { layAxis } from '../../../../src/ui/chart/axis.ts';
import { readSeries, type Series } from '../../../../src/ui/chart/series.ts';
import { spreadLabels } from '../../../../src/ui/chart/spread-labels.ts';

const plain = { format: String, label: '' };

describe('An axis', () => {
  it('lays its values over the pixels, and finds the value at a place', () => {
    const scale = layAxis({ ...plain, kind: 'linear', from: 0, to: 10 }, 100, 200);
    expect(scale.at(5)).toBe(150);
    expect(scale.valueAt(150)).toBe(5);
  });

  it('keeps to its edges what lies outside', () => {
    const scale = layAxis({ ...plain, kind: 'log', from: 1, to: 100 }, 0, 200);
    expect(scale.at(10)).toBeCloseTo(100);
    expect(scale.at(1000)).toBe(200);
  });

  it('writes decades where steps would be too many, and never nothing', () => {
    const wide = layAxis({ ...plain, kind: 'log', from: 0.1, to: 3600 }, 0, 200, 5);
    expect(wide.ticks).toEqual([0.1, 1, 10, 100, 1000]);
    const narrow = layAxis({ ...plain, kind: 'log', from: 20, to: 60 }, 0, 200, 5);
    expect(narrow.ticks.length).toBeGreaterThan(1);
  });

  it('stands even where all values are the same', () => {
    const scale = layAxis({ ...plain, kind: 'linear', from: 0, to: 0 }, 0, 100);
    expect(scale.at(0)).toBe(0);
  });
});

describe('Labels beside lines', () => {
  it('stay where they want to be as long as none lies on another', () => {
    expect(spreadLabels([10, 40, 90], 15, 0, 100)).toEqual([10, 40, 90]);
  });

  it('move apart in the same order, within the picture', () => {
    const places = spreadLabels([99, 98, 97, 20], 15, 0, 100);
    expect(places).toEqual([100, 85, 70, 20]);
  });
});

describe('A series', () => {
  const series: Series = {
    id: 'a',
    name: 'A',
    look: 'quiet',
    points: [
      { x: 1, y: 10 },
      { x: 3, y: 30 },
    ],
  };
  it('is read between its points along the straight line, and not outside', () => {
    expect(readSeries(series, 2)).toBe(20);
    expect(readSeries(series, 3)).toBe(30);
    expect(readSeries(series, 0)).toBeNull();
    expect(readSeries(series, 4)).toBeNull();
  });
});
