import { describe, expect, it } from 'vitest';
import { drawOutline, GAP } from '../../../../src/canvas/boundary/outline-path.ts';

const note = { x: 100, y: 50, width: 80, height: 40 };

/** How far a path of straight lines and quarter circles goes, and where it ends. */
function follow(path: string): { readonly length: number; readonly xs: readonly number[] } {
  let [x, y, length] = [0, 0, 0];
  const xs: number[] = [];
  for (const [, order = '', rest = ''] of path.matchAll(/([MHVaZ])([^MHVaZ]*)/g)) {
    const numbers = rest.split(/[ ,]/).filter(Boolean).map(Number);
    const [toX, toY] = [numbers.at(order === 'V' ? 99 : 0) ?? x, numbers.at(-1) ?? y];
    if (order === 'M') [x, y] = [toX, toY];
    else if (order === 'H') [length, x] = [length + Math.abs(toX - x), toX];
    else if (order === 'V') [length, y] = [length + Math.abs(toY - y), toY];
    else if (order === 'a') {
      const [radius = 0] = numbers;
      length += (Math.PI * radius) / 2;
      [x, y] = [x + (numbers.at(-2) ?? 0), y + (numbers.at(-1) ?? 0)];
    }
    xs.push(x);
  }
  return { length, xs };
}

describe('the outline of a note', () => {
  it('goes all the way around it', () => {
    const { xs } = follow(drawOutline(note, 0, 1));
    expect(Math.min(...xs)).toBe(note.x - GAP);
    expect(Math.max(...xs)).toBe(note.x + note.width + GAP);
  });

  it.each([2, 3])('is as long in %i parts as in one', (count) => {
    const whole = follow(drawOutline(note, 0, 1)).length;
    const parts = Array.from({ length: count }, (_, index) => follow(drawOutline(note, index, count)));
    expect(parts.reduce((sum, { length }) => sum + length, 0)).toBeCloseTo(whole);
  });

  it('gives each part its own share from left to right', () => {
    const middle = follow(drawOutline(note, 1, 3));
    expect(Math.min(...middle.xs)).toBeCloseTo(note.x - GAP + (note.width + 2 * GAP) / 3);
    expect(Math.max(...middle.xs)).toBeCloseTo(note.x - GAP + ((note.width + 2 * GAP) * 2) / 3);
  });
});
