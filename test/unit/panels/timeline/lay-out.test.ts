import { describe, expect, it } from 'vitest';
import type { ToldSchedule } from '../../../../src/exploration/result.ts';
import type { Race } from '../../../../src/model/schema.ts';
import { layOut } from '../../../../src/panels/timeline/layout/lay-out.ts';
import type { StoryLayout } from '../../../../src/panels/timeline/layout/marks.ts';
import { type Box, boxOf } from '../../../../src/panels/timeline/layout/shelf.ts';
import { estimateText } from '../../../../src/ui/picture/estimate-text.ts';
import { shippedModels, witnessesOf } from '../../../helpers/told-races.ts';

const ROOM = 600;

function draw(told: ToldSchedule, race: Race, more: Partial<Parameters<typeof layOut>[2]> = {}): StoryLayout {
  return layOut(told, race.commands?.length ?? 0, { measure: estimateText, room: ROOM, ...more });
}

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
  const all = shippedModels().flatMap(([file, model]) =>
    (model.races ?? []).map((race) => ({ file, model, race, name: race.name })),
  );

  it.each(all)('$file, $name: nothing overlaps, and everything is inside', ({ model, race }) => {
    let drawn = 0;
    for (const { strategy, told } of witnessesOf(model, race)) {
      for (const isPastOpen of [false, true]) {
        for (const valuesInFull of [false, true]) {
          const layout = draw(told, race, { isPastOpen, valuesInFull });
          expect(listOverlaps(layout), strategy).toEqual([]);
          expect(listOutside(layout), strategy).toEqual([]);
          drawn++;
        }
      }
    }
    expect(drawn).toBeGreaterThan(0);
  });
});
