import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WitnessFinder } from '../../../src/exploration/find-witness.ts';
import { SEED } from '../../helpers/random-model.ts';
import { type Edge, graphOf, listWays, marks, randomGraphs } from '../../helpers/state-graphs.ts';

const SEEN = 1;

/** What the finder answers for states that lie on the given ways, each ending with a step that shows something. */
function witnessAmong(...ways: readonly (readonly number[])[]): readonly number[] | null {
  return new WitnessFinder(graphOf(treeOf(ways))).find(marks(SEEN));
}

/** A tree with one branch for each way, numbered level by level. */
function treeOf(ways: readonly (readonly number[])[]): readonly (readonly Edge[])[] {
  const levels = Array.from({ length: Math.max(0, ...ways.map(({ length }) => length)) }, (_, i) => i + 1);
  const prefixes = levels.flatMap((length) => unique(ways.flatMap((way) => prefixOf(way, length))));
  const paths = ['', ...prefixes];
  const isWay = (path: string) => ways.some((way) => way.join() === path);
  return paths.map((path) =>
    paths.flatMap((longer, to) => {
      const [, command] = /^(?:.*,)?(\d+)$/.exec(longer) ?? [];
      if (command === undefined || parentOf(longer) !== path) return [];
      return [{ command: Number(command), label: isWay(longer) ? SEEN : 0, to }];
    }),
  );
}

function prefixOf(way: readonly number[], length: number): string[] {
  return way.length >= length ? [way.slice(0, length).join()] : [];
}

function parentOf(path: string): string {
  return path.split(',').slice(0, -1).join();
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

describe('finding the witness of what a step shows', () => {
  it('X3 ends with the step that shows it', () => {
    expect(witnessAmong([0])).toEqual([0]);
    expect(witnessAmong([2, 0, 1])).toEqual([2, 0, 1]);
  });

  it('X3 has none for what never occurs', () => {
    expect(witnessAmong()).toBeNull();
    expect(new WitnessFinder(graphOf([[{ command: 0, to: 1 }], []])).find(marks(SEEN))).toBeNull();
  });

  it('X3 takes a shortest prefix, however often it switches', () => {
    expect(witnessAmong([0, 0, 0, 0], [2, 1, 2])).toEqual([2, 1, 2]);
  });

  it('X3 takes the fewest switches among the shortest', () => {
    expect(witnessAmong([0, 1, 0], [1, 1, 0])).toEqual([1, 1, 0]);
  });

  it('X3 takes the fewest commands among those with the fewest switches', () => {
    expect(witnessAmong([0, 1, 2], [1, 2, 1])).toEqual([1, 2, 1]);
  });

  it('X3 takes the lowest numbers among those with the fewest commands', () => {
    expect(witnessAmong([1, 1, 2], [0, 3, 3], [0, 0, 3])).toEqual([0, 0, 3]);
    expect(witnessAmong([10, 10], [9, 9])).toEqual([9, 9]);
  });

  it('X3 keeps ways apart that meet in one state but ended with different commands', () => {
    const diamond = graphOf([
      [
        { command: 0, to: 1 },
        { command: 1, to: 2 },
      ],
      [{ command: 1, to: 3 }],
      [{ command: 0, to: 3 }],
      [{ command: 0, label: SEEN, to: 4 }],
      [],
    ]);
    expect(new WitnessFinder(diamond).find(marks(SEEN))).toEqual([1, 0, 0]);
  });

  it('X3 keeps ways apart that meet in one state but were taken by different commands', () => {
    const meeting = graphOf([
      [
        { command: 0, to: 1 },
        { command: 3, to: 2 },
      ],
      [{ command: 2, to: 3 }],
      [{ command: 2, to: 3 }],
      [{ command: 3, label: SEEN, to: 4 }],
      [],
    ]);
    expect(new WitnessFinder(meeting).find(marks(SEEN))).toEqual([3, 2, 3]);
  });

  it('X3 X4 finds what sorting all prefixes of a random graph finds', () => {
    void fc.assert(
      fc.property(randomGraphs, (states) => {
        const found = new WitnessFinder(graphOf(states)).find(marks(SEEN));
        expect(found).toEqual(bestPrefix(states));
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});

/** All prefixes that end with the first step that shows something, sorted as X3 says; the first of them. */
function bestPrefix(states: readonly (readonly Edge[])[]): readonly number[] | null {
  const prefixes = listWays(states).flatMap((way) => {
    const end = way.findIndex(({ label }) => label === SEEN);
    return end < 0 ? [] : [way.slice(0, end + 1).map(({ command }) => command)];
  });
  const rank = (way: readonly number[]) => [way.length, countSwitches(way), new Set(way).size, ...way];
  return prefixes.sort((one, other) => compare(rank(one), rank(other)))[0] ?? null;
}

function countSwitches(way: readonly number[]): number {
  return way.filter((command, index) => index > 0 && command !== way[index - 1]).length;
}

function compare(one: readonly number[], other: readonly number[]): number {
  const place = one.findIndex((number, index) => number !== other[index]);
  return place < 0 ? 0 : (one[place] ?? 0) - (other[place] ?? 0);
}
