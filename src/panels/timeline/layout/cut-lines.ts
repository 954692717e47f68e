import type { BandPart, LinePart, Run, TextPart } from './marks.ts';
import { boxOf } from './shelf.ts';

const AIR = 4;

/** Lines along the tracks, without the stretches where a label stands on them. */
export function cutLines(lines: readonly LinePart[], labels: readonly TextPart[]): readonly LinePart[] {
  return lines.flatMap((line) => {
    if (line.y1 !== line.y2) return [line];
    return cut([line.x1, line.x2], gapsAt(line.y1, labels)).map(([x1, x2]) => ({ ...line, x1, x2 }));
  });
}

/** Bands that are only a line, in the same way. */
export function cutBands(bands: readonly BandPart[], labels: readonly TextPart[]): readonly BandPart[] {
  return bands.map((band) => {
    if (band.tone !== 'open' && band.tone !== 'relaxed') return band;
    const gaps = gapsAt(band.y + band.height / 2, labels);
    return { ...band, runs: cut([band.x, band.x + band.width], gaps) };
  });
}

function gapsAt(y: number, labels: readonly TextPart[]): readonly Run[] {
  return labels.flatMap((label) => {
    const box = boxOf(label);
    return box.y < y && y < box.y + box.height ? [[box.x - AIR, box.x + box.width + AIR] as const] : [];
  });
}

function cut(run: Run, gaps: readonly Run[]): readonly Run[] {
  return gaps.reduce<readonly Run[]>(
    (runs, [from, to]) =>
      runs.flatMap(([left, right]): readonly Run[] => {
        if (to <= left || from >= right) return [[left, right]];
        return [[left, from] as const, [to, right] as const].filter(([start, end]) => end - start > 1);
      }),
    [run],
  );
}
