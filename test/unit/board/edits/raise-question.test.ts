import { describe, expect, it } from 'vitest';
import { raiseQuestion } from '../../../../src/board/edits/raise-question.ts';
import { findElement } from '../../../../src/board/element-key.ts';
import { findPlace, NOTE_GAP, NOTE_SIZE } from '../../../../src/board/placement.ts';
import { board } from './course-board.ts';

const QUESTION = {
  name: 'May Subscribe happen twice?',
  description: 'No constraint forbids it.',
  about: 'command:Subscribe',
} as const;
const HOTSPOT = 'hotspot:May Subscribe happen twice?';

function placed(places: { readonly [key: string]: { readonly x: number; readonly y: number } }) {
  return board({ commands: { Subscribe: {}, Other: {} }, canvas: { places } });
}

describe('a question that is raised', () => {
  it('is a hotspot with its words', () => {
    const { document, key } = raiseQuestion(placed({}), QUESTION);
    expect(key).toBe(HOTSPOT);
    expect(findElement(document, key)).toEqual({ description: QUESTION.description });
  });

  it('lies above what it is about', () => {
    const { document } = raiseQuestion(placed({ 'command:Subscribe': { x: 400, y: 400 } }), QUESTION);
    expect(findPlace(document, HOTSPOT)).toEqual({ x: 400, y: 400 - NOTE_SIZE.height - NOTE_GAP });
  });

  it('covers nothing that lies there already', () => {
    const above = { x: 400, y: 400 - NOTE_SIZE.height - NOTE_GAP };
    const { document } = raiseQuestion(
      placed({ 'command:Subscribe': { x: 400, y: 400 }, 'command:Other': above }),
      QUESTION,
    );
    const found = findPlace(document, HOTSPOT);
    const isApart =
      Math.abs((found?.x ?? 0) - above.x) >= NOTE_SIZE.width ||
      Math.abs((found?.y ?? 0) - above.y) >= NOTE_SIZE.height;
    expect([found === undefined, isApart]).toEqual([false, true]);
  });

  it('has no place of its own where what it is about has none, so that the layout finds one', () => {
    const { document } = raiseQuestion(placed({ 'command:Other': { x: 0, y: 0 } }), QUESTION);
    expect(findPlace(document, HOTSPOT)).toBeUndefined();
  });

  it('asked twice stands there twice, under names of their own', () => {
    const once = raiseQuestion(placed({}), QUESTION).document;
    expect(raiseQuestion(once, QUESTION).key).not.toBe(HOTSPOT);
  });
});
