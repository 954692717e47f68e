import { describe, expect, it } from 'vitest';
import { drawLine, pointAt, writePath } from '../../../src/canvas/arrows/arrow-path.ts';
import { chooseSides } from '../../../src/canvas/arrows/choose-sides.ts';
import type { Rect } from '../../../src/canvas/arrows/geometry.ts';
import { ArrowRouter, type ArrowWish } from '../../../src/canvas/arrows/route-arrows.ts';

const note = (x: number, y: number): Rect => ({ x, y, width: 160, height: 104 });
const wish = (from: string, to: string, isCheck = false): ArrowWish => ({
  id: `${from} ${to}`,
  from,
  to,
  labelWidth: 80,
  isCheck,
});
const nowhere = () => false;

describe('a line', () => {
  it('is straight between opposite ends', () => {
    const line = drawLine({ x: 80, y: 104, side: 'bottom' }, { x: 80, y: 300, side: 'top' });
    expect(writePath(line)).toBe('M80,104L80,300');
    expect(pointAt(line, 0.5)).toEqual({ x: 80, y: 202 });
  });

  it('goes around the outside between ends on the same side', () => {
    const line = drawLine({ x: 0, y: 0, side: 'top' }, { x: 300, y: 40, side: 'top' });
    expect(Math.min(...[0, 0.3, 0.5, 0.7, 1].map((part) => pointAt(line, part).y))).toBe(-24);
  });
});

describe('the sides of an arrow', () => {
  it('face each other', () => {
    expect(chooseSides(note(0, 0), note(0, 300), nowhere)).toEqual({ from: 'bottom', to: 'top' });
    expect(chooseSides(note(0, 0), note(400, 0), nowhere)).toEqual({ from: 'right', to: 'left' });
    expect(chooseSides(note(0, 300), note(0, 0), nowhere)).toEqual({ from: 'top', to: 'bottom' });
  });

  it('lead around a note that is in the way', () => {
    const between = note(200, 0);
    const isTaken = ({ x, y }: { x: number; y: number }) => x >= between.x && x <= 360 && y >= 0 && y <= 104;
    const { from, to } = chooseSides(note(0, 0), note(400, 0), isTaken);
    expect([from, to]).not.toContain('right');
    expect(from).toBe(to);
  });
});

describe('routes', () => {
  const rects = new Map([
    ['a', note(0, 0)],
    ['b', note(0, 300)],
    ['c', note(300, 300)],
    ['d', note(900, 0)],
    ['e', note(900, 300)],
  ]);
  const wishes = [wish('a', 'b'), wish('a', 'c'), wish('c', 'b'), wish('d', 'e')];

  it('spread the arrows of one side', () => {
    const routes = new ArrowRouter().route([wish('a', 'b'), wish('a', 'c')], rects, { isMoving: false });
    const starts = [...routes.values()].map(({ start }) => start.x);
    expect(new Set(starts).size).toBe(2);
  });

  it('are the same objects where nothing changed, also while another note is moved', () => {
    const router = new ArrowRouter();
    const before = router.route(wishes, rects, { isMoving: false });
    const moved = new Map(rects).set('b', note(0, 400));
    const after = router.route(wishes, moved, { isMoving: true });
    expect(after.get('d e')).toBe(before.get('d e'));
    expect(after.get('a b')).not.toBe(before.get('a b'));
    expect(after.get('a b')?.end.y).toBe(400);
    expect(router.route(wishes, rects, { isMoving: false }).get('d e')).toBe(before.get('d e'));
  });

  it('end where the note is, however it was moved there', () => {
    const router = new ArrowRouter();
    router.route(wishes, rects, { isMoving: false });
    for (const y of [310, 350, 420])
      router.route(wishes, new Map(rects).set('b', note(0, y)), { isMoving: true });
    const moved = new Map(rects).set('b', note(0, 420));
    const after = router.route(wishes, moved, { isMoving: false });
    const fresh = new ArrowRouter().route(wishes, moved, { isMoving: false });
    expect(after).toEqual(fresh);
  });

  it('hang constraints in a row on one string, with one head', () => {
    const row = new Map([
      ['one', note(0, 0)],
      ['two', note(200, 0)],
      ['command', note(400, 0)],
    ]);
    const checks = [wish('one', 'command', true), wish('two', 'command', true)];
    const routes = new ArrowRouter().route(checks, row, { isMoving: false });
    expect(routes.get('one command')?.end.x).toBe(200);
    expect(routes.get('one command')?.hasHead).toBe(false);
    expect(routes.get('two command')?.hasHead).toBe(true);
  });

  it('leave out arrows to notes that have no place', () => {
    const routes = new ArrowRouter().route([wish('a', 'gone')], rects, { isMoving: false });
    expect(routes.size).toBe(0);
  });
});
