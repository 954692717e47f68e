import { describe, expect, it } from 'vitest';
import type { ToldSchedule } from '../../../../src/exploration/result.ts';
import { layOut } from '../../../../src/panels/timeline/layout/lay-out.ts';
import type { StoryLayout } from '../../../../src/panels/timeline/layout/marks.ts';
import type { StrategyId } from '../../../../src/strategies/program.ts';
import { estimateText } from '../../../../src/ui/picture/estimate-text.ts';
import { shippedRace, tellWhole } from '../../../helpers/told-races.ts';

type Options = Partial<Parameters<typeof layOut>[2]>;

const draw = (told: ToldSchedule, commands = 2, options: Options = {}): StoryLayout =>
  layOut(told, commands, { measure: estimateText, room: 600, ...options });

function tell(file: string, name: string, strategy: StrategyId, order: readonly number[]): ToldSchedule {
  const { model, race } = shippedRace(file, name);
  return tellWhole(model, race, strategy, order);
}

const lastCourse = (strategy: StrategyId, order: readonly number[] = [0, 1, 1, 0]) =>
  tell('course-subscriptions', 'The last course a student may take', strategy, order);
const words = ({ texts }: StoryLayout, look: string) =>
  texts.filter((text) => text.look.split(' ').includes(look)).map(({ text, at }) => [at, text]);

describe('the picture of a told race', () => {
  it('shows what a stream guards, what it does not, and the event it overlooks', () => {
    const layout = draw(lastCourse('stream-version'));
    expect(
      layout.lanes.map(({ command, isAbove, tracks }) => [
        command,
        isAbove,
        ...tracks.map(({ label }) => label),
      ]),
    ).toEqual([
      [0, true, 'course:c1', 'student:s1'],
      [1, false, 'course:c2', 'student:s1'],
    ]);
    expect(words(layout, 'band')).toEqual(
      expect.arrayContaining([
        [1, 'guarded: stream Course-c1'],
        [1, 'not guarded'],
      ]),
    );
    expect(layout.dots.filter(({ look }) => look === 'missed')).toMatchObject([{ at: 3, position: 6 }]);
    expect(words(layout, 'hit')).toEqual([[3, 'overlooked']]);
    expect(layout.rings).toMatchObject([{ at: 3, tone: 'missed' }]);
  });

  it('shows what a condition catches, and that nothing is appended then', () => {
    const layout = draw(lastCourse('tag-condition'));
    expect(layout.dots.filter(({ look }) => look === 'conflict')).toMatchObject([{ at: 3, position: 6 }]);
    expect(words(layout, 'hit')).toEqual([[3, 'caught']]);
    expect(layout.ghosts).toMatchObject([{ at: 3 }]);
    expect(words(layout, 'caption')).toEqual([[3, 'error to its caller']]);
    expect(layout.lines.filter(({ look }) => look === 'stop')).toMatchObject([{ at: 3 }]);
  });

  it('begins the lane of a command that joined with an arrow from its event, and says why', () => {
    const told = tell(
      'orders-seats-payment',
      'The money is asked for while the customer cancels',
      'stream-version',
      [0, 0, 2, 1, 1, 2],
    );
    const layout = draw(told, 2, { room: 1200 });
    expect(layout.lanes.map(({ command }) => command)).toEqual([0, 1, 2, 4]);
    expect(layout.joins.map(({ at, command }) => [at, command])).toEqual([
      [1, 2],
      [4, 4],
    ]);
    const [join] = layout.joins;
    const lane = layout.lanes.find(({ command }) => command === 2);
    const block = layout.blocks.find(({ command }) => command === 2);
    const [first, last] = [join?.points[0], join?.points.at(-1)];
    expect(last?.[1]).toBe(lane?.y);
    expect(first?.[0]).toBeLessThan(last?.[0] ?? 0);
    expect(last?.[0]).toBeLessThanOrEqual((block?.x ?? 0) + (block?.width ?? 0));
    expect(words(layout, 'because')).toEqual([
      [1, 'because of SeatsReserved'],
      [4, 'because of OrderCancelled'],
    ]);
  });

  it('has no lane for a command before the step by which it joins', () => {
    const told = tell(
      'orders-seats-payment',
      'The money is asked for while the customer cancels',
      'unguarded',
      [0],
    );
    expect(draw(told, 2, { until: 1 }).lanes.map(({ command }) => command)).toEqual([0, 1]);
  });

  it('has an event cross the track at the place where its card stands', () => {
    const layout = draw(lastCourse('stream-version'));
    const card = layout.cards.find(({ entries }) => entries.some(({ position }) => position === 6));
    const [hit] = layout.dots.filter(({ look }) => look === 'missed');
    expect(Math.abs((hit?.x ?? 0) - ((card?.x ?? 0) + (card?.width ?? 0) / 2))).toBeLessThanOrEqual(0.5);
    expect(hit?.y).toBe(layout.lanes[0]?.tracks[1]?.y);
  });

  it('has a dot left of the read for each event that was seen', () => {
    const { dots, columns } = draw(lastCourse('unguarded'), 2, { isPastOpen: true });
    const seen = dots.filter(({ look, at }) => look === 'seen' && at === 0);
    expect(seen.map(({ position }) => position)).toEqual([1, 4, 5]);
    expect(seen.every(({ x }) => x < (columns[0]?.center ?? 0))).toBe(true);
  });

  it('gives what only the guard watches a track of its own', () => {
    const layout = draw(
      tell('course-subscriptions', 'Two changes of capacity', 'stream-version', [0, 1, 1, 0]),
    );
    expect(layout.lanes[0]?.tracks.at(-1)).toMatchObject({ label: 'stream Course-c1', isExtra: true });
    expect(words(layout, 'hit')).toEqual([[3, expect.stringMatching(/^caught/)]]);
    expect(layout.dots.filter(({ look }) => look === 'false')).toMatchObject([{ at: 3, position: 2 }]);
  });

  it('shows a lock from when it is granted to the end, and the wait for it', () => {
    const layout = draw(lastCourse('tag-lock', [0, 0, 1, 0, 1]));
    expect(layout.waits.map(({ at }) => at)).toEqual([3]);
    const locked = layout.bands.filter(({ tone }) => tone === 'locked');
    expect(locked.filter(({ y }) => y < layout.railTop).map(({ at }) => at)).toEqual([1, 2, 3, 1, 2, 3]);
    expect(locked.filter(({ y }) => y > layout.railTop).map(({ at }) => at)).toEqual([4, 4]);
    expect(layout.blocks.at(-1)).toMatchObject({ finding: 'neededWait' });
  });

  it('says which attempt a read is, and that a command that was stopped starts over', () => {
    const told = tell('course-subscriptions', 'The last seat, tried again', 'tag-condition', [0, 1, 1, 0]);
    expect(words(draw(told), 'caption')).toEqual([
      [3, 'starts over'],
      [4, 'attempt 2'],
    ]);
  });

  it('names the legs of a saga, and what is left half written', () => {
    const told = tell(
      'course-subscriptions-dual',
      'The last course a student may take',
      'stream-saga',
      [0, 0, 1, 1, 0, 0, 1],
    );
    const layout = draw(told);
    expect(words(layout, 'caption')).toEqual([
      [0, 'Course-c1'],
      [4, 'Student-s1'],
      [2, 'Course-c2'],
      [6, 'stays half written'],
    ]);
    expect(words(layout, 'card-caption').map(([, text]) => text)).toContain('Course-c1');
  });

  it('shows what is left out of a guard on purpose, and what is tolerated', () => {
    const layout = draw(
      tell('locked-issue', 'A comment meets the lock, relaxed', 'tag-condition', [0, 1, 1, 0]),
    );
    expect(layout.bands.filter(({ tone }) => tone === 'relaxed').length).toBeGreaterThan(0);
    expect(words(layout, 'hit')).toEqual([[3, 'tolerated']]);
  });

  it('puts several events of one append side by side in its column', () => {
    const layout = draw(tell('course-subscriptions', 'The last seat', 'unguarded', [0, 0]));
    const written = layout.cards.filter(({ isPast }) => !isPast);
    const column = layout.columns.find(({ step }) => step === 1);
    expect(written).toHaveLength(2);
    for (const { x, width } of written) {
      expect(x).toBeGreaterThanOrEqual(column?.x ?? 0);
      expect(x + width).toBeLessThanOrEqual((column?.x ?? 0) + (column?.width ?? 0));
    }
  });

  it('folds the past, with the number of events seen in it where they are many', () => {
    const layout = draw(lastCourse('unguarded'));
    expect(layout.fold).toMatchObject({ label: '1–5' });
    expect(layout.cards.every(({ isPast }) => !isPast)).toBe(true);
    expect(draw(lastCourse('unguarded'), 2, { isPastOpen: true })).toMatchObject({ fold: null });
  });

  it('draws a schedule as far as it has come, with the tracks of all', () => {
    const layout = draw(lastCourse('unguarded'), 2, { until: 2 });
    expect(layout.columns.map(({ step }) => step)).toEqual([0, 1]);
    expect(layout.lanes.map(({ tracks }) => tracks.length)).toEqual([2, 2]);
    expect(layout.blocks.map(({ at }) => at)).toEqual([0, 1]);
  });

  it('leaves a hidden command out, with its steps', () => {
    const told = tell('course-subscriptions', 'Three students, one seat', 'unguarded', [0, 1, 1, 0, 2]);
    const layout = draw(told, 3, { hidden: new Set([2]) });
    expect(layout.lanes.map(({ command }) => command)).toEqual([0, 1]);
    expect(layout.columns.map(({ step }) => step)).toEqual([0, 1, 2, 3]);
  });

  it('has half of the commands above the log and the others below it, in order', () => {
    const told = tell('course-subscriptions', 'Three students, one seat', 'unguarded', []);
    const { lanes, railTop } = draw(told, 3);
    expect(lanes.map(({ y }) => y < railTop)).toEqual([true, true, false]);
    expect(lanes.map(({ y }) => y)).toEqual(lanes.map(({ y }) => y).toSorted((a, b) => a - b));
  });
});
