import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PathCounter } from '../../../src/exploration/count-paths.ts';
import { SEED } from '../../helpers/random-model.ts';
import { type Edge, graphOf, listWays, marks, randomGraphs } from '../../helpers/state-graphs.ts';

const SEEN = 1;

/** A chain of states in which each step can be taken by any of so many commands; the last `marked` of them show something. */
function chain(length: number, commands: number, marked: number): readonly (readonly Edge[])[] {
  const steps = Array.from({ length }, (_, state) =>
    Array.from({ length: commands }, (_, command) => ({
      command,
      label: command >= commands - marked ? SEEN : 0,
      to: state + 1,
    })),
  );
  return [...steps, []];
}

describe('counting the paths of a merged graph', () => {
  it('X2 counts one empty schedule where nobody has a step', () => {
    const counter = new PathCounter(graphOf([[]]));
    expect(counter.schedules).toBe(1n);
    expect(counter.countOccurrences(marks(SEEN))).toBe(0n);
    expect(counter.countSchedules(marks(SEEN))).toBe(0n);
    expect(counter.chanceOf(marks(SEEN))).toBe(0);
  });

  it('X2 counts an occurrence each time it happens, and a schedule once', () => {
    const twiceOrOnce = graphOf([
      [
        { command: 0, label: SEEN, to: 1 },
        { command: 1, to: 1 },
      ],
      [{ command: 0, label: SEEN, to: 2 }],
      [],
    ]);
    const counter = new PathCounter(twiceOrOnce);
    expect(counter.schedules).toBe(2n);
    expect(counter.countOccurrences(marks(SEEN))).toBe(3n);
    expect(counter.countSchedules(marks(SEEN))).toBe(2n);
  });

  it('X5 gives each enabled command the same chance, however many schedules follow', () => {
    const oneOrMany = graphOf([
      [
        { command: 0, label: SEEN, to: 1 },
        { command: 1, to: 2 },
      ],
      [],
      [
        { command: 0, to: 1 },
        { command: 1, to: 1 },
        { command: 2, to: 1 },
      ],
    ]);
    const counter = new PathCounter(oneOrMany);
    expect(counter.countSchedules(marks(SEEN))).toBe(1n);
    expect(counter.schedules).toBe(4n);
    expect(counter.chanceOf(marks(SEEN))).toBe(0.5);
  });

  it('X5 counts a chance once where something can happen twice', () => {
    const counter = new PathCounter(graphOf(chain(2, 2, 1)));
    expect(counter.chanceOf(marks(SEEN))).toBe(0.75);
  });

  it.each([
    { length: 53, commands: 2, beyond: 2n ** 52n },
    { length: 40, commands: 3, beyond: 2n ** 53n },
    { length: 110, commands: 2, beyond: 2n ** 100n },
    { length: 40, commands: 255, beyond: 2n ** 300n },
    { length: 700, commands: 3, beyond: 2n ** 1024n },
  ])('X2 is exact for $commands commands in $length steps', ({ length, commands, beyond }) => {
    const marked = commands - 1;
    const counter = new PathCounter(graphOf(chain(length, commands, marked)));
    const [steps, width] = [BigInt(length), BigInt(commands)];
    expect(counter.schedules).toBe(width ** steps);
    expect(counter.schedules).toBeGreaterThan(beyond);
    expect(counter.countOccurrences(marks(SEEN))).toBe(steps * BigInt(marked) * width ** (steps - 1n));
    expect(counter.countSchedules(marks(SEEN))).toBe(width ** steps - 1n);
  });

  it('X2 is exact just below and just above what a double holds', () => {
    for (const [commands, from, to] of [
      [2n, 44, 56],
      [3n, 27, 35],
    ] as const)
      for (let length = from; length <= to; length++) {
        const counter = new PathCounter(graphOf(chain(length, Number(commands), 1)));
        const [steps, all] = [BigInt(length), commands ** BigInt(length)];
        expect(counter.schedules).toBe(all);
        expect(counter.countSchedules(marks(SEEN))).toBe(all - (commands - 1n) ** steps);
        expect(counter.countOccurrences(marks(SEEN))).toBe((steps * all) / commands);
      }
  });

  it('X2 X4 X5 counts as listing every way of a random graph does', () => {
    const isSeen = ({ label }: Edge) => label === SEEN;
    void fc.assert(
      fc.property(randomGraphs, (states) => {
        const counter = new PathCounter(graphOf(states));
        const ways = listWays(states);
        const shown = ways.filter((way) => way.some(isSeen));
        expect(counter.schedules).toBe(BigInt(ways.length));
        expect(counter.countOccurrences(marks(SEEN))).toBe(BigInt(ways.flat().filter(isSeen).length));
        expect(counter.countSchedules(marks(SEEN))).toBe(BigInt(shown.length));
        const chance = shown.map((way) => chanceOfWay(states, way)).reduce((sum, one) => sum + one, 0);
        expect(counter.chanceOf(marks(SEEN))).toBeCloseTo(chance, 12);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('X4 refuses a graph with a cycle: such a program would never end', () => {
    const cycle = graphOf([[{ command: 0, to: 1 }], [{ command: 0, to: 0 }]]);
    expect(() => new PathCounter(cycle)).toThrow('cycle');
  });
});

function chanceOfWay(states: readonly (readonly Edge[])[], way: readonly Edge[]): number {
  const fromStates = [0, ...way.map(({ to }) => to)].slice(0, -1);
  return fromStates.reduce((chance, state) => chance / (states[state]?.length ?? 1), 1);
}
