import { describe, expect, it } from 'vitest';
import type { Model, Race } from '../../../src/model/schema.ts';
import { layOut } from '../../../src/panels/timeline/layout/lay-out.ts';
import type { StoryLayout } from '../../../src/panels/timeline/layout/marks.ts';
import { type Box, boxOf } from '../../../src/panels/timeline/layout/shelf.ts';
import { STRATEGY_IDS } from '../../../src/strategies/program.ts';
import { estimateText } from '../../../src/ui/picture/estimate-text.ts';
import type { MeasureText } from '../../../src/ui/picture/picture-font.ts';
import { shippedModels, shippedRace, tellWhole, witnessesOf } from '../../helpers/told-races.ts';

const ROOM = 600;

function overlap(a: Box, b: Box): boolean {
  const slack = 0.5;
  return (
    a.x + slack < b.x + b.width &&
    b.x + slack < a.x + a.width &&
    a.y + slack < b.y + b.height &&
    b.y + slack < a.y + a.height
  );
}

function listOverlaps(layout: StoryLayout): readonly string[] {
  const words = layout.texts.map((text) => ({ name: `“${text.text}”`, ...boxOf(text) }));
  const dots = layout.dots.map(({ x, y, position }) => ({
    name: `dot ${position}`,
    x: x - 5,
    y: y - 5,
    width: 10,
    height: 10,
  }));
  const meets = words.flatMap((one, index) =>
    [
      ...words.slice(index + 1).filter((other) => overlap(one, other)),
      ...dots.filter((other) => overlap(one, other)),
    ].map((other) => `${one.name} and ${other.name}`),
  );
  const boxes = [...layout.blocks, ...layout.cards, ...layout.ghosts];
  const solids = boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter((other) => overlap(one, other))
      .map((other) => `boxes at ${one.x} and ${other.x}`),
  );
  return [...meets, ...solids];
}

function listOutside({ width, height, texts, blocks, cards, ghosts, bands }: StoryLayout): readonly string[] {
  return [...texts.map(boxOf), ...blocks, ...cards, ...ghosts, ...bands]
    .filter((box) => box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height)
    .map((box) => JSON.stringify(box));
}

describe('the picture of a told race', () => {
  it.each(shippedModels())('%s: nothing overlaps, and everything is inside', (_, model) => {
    const measure = remember(estimateText);
    let drawn = 0;
    for (const race of model.races ?? []) {
      for (const { strategy, told } of witnessesOf(model, race)) {
        for (const full of [false, true]) {
          const options = { measure, room: ROOM, isPastOpen: full, valuesInFull: full };
          const layout = layOut(told, race.commands?.length ?? 0, options);
          expect(listOverlaps(layout), `${race.name}, ${strategy}`).toEqual([]);
          expect(listOutside(layout), `${race.name}, ${strategy}`).toEqual([]);
          drawn++;
        }
      }
    }
    expect(drawn).toBeGreaterThan(60);
  });

  it.each([2, 3, 5, 8])('%i commands: nothing overlaps, and everything is inside', (count) => {
    const { model, race } = manyStudents(count);
    const orders = [
      Array.from({ length: count }, (_, command) => command),
      Array.from({ length: count }, (_, command) => count - 1 - command),
      Array.from({ length: 2 * count }, (_, step) => Math.floor(step / 2)),
    ];
    for (const strategy of STRATEGY_IDS) {
      for (const order of orders) {
        if (strategy.endsWith('lock') && order.length > count) continue;
        const told = tellWhole(model, race, strategy, order);
        const layout = layOut(told, count, { measure: estimateText, room: ROOM });
        expect(listOverlaps(layout), strategy).toEqual([]);
        expect(listOutside(layout), strategy).toEqual([]);
      }
    }
  });
});

/** Many students want a seat, and try again when they are stopped. */
function manyStudents(count: number): { readonly model: Model; readonly race: Race } {
  const { model } = shippedRace('course-subscriptions', 'The last seat');
  const students = Array.from({ length: count }, (_, index) => `s${index + 1}`);
  const race: Race = {
    name: 'Many students',
    given: [
      { event: 'CourseDefined', data: { courseId: 'c1', capacity: 9 } },
      ...students.map((studentId) => ({ event: 'StudentRegistered', data: { studentId, limit: 2 } })),
    ],
    commands: students.map((studentId) => ({
      command: 'SubscribeStudent',
      data: { studentId, courseId: 'c1' },
    })),
    attempts: 3,
  };
  return { model, race };
}

function remember(measureText: MeasureText): MeasureText {
  const known = new Map<string, number>();
  return (text, font) => {
    const key = `${font.voice} ${font.size} ${text}`;
    const width = known.get(key) ?? measureText(text, font);
    known.set(key, width);
    return width;
  };
}
