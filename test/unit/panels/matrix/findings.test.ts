import { describe, expect, it } from 'vitest';
import type { Hit, MatrixCell } from '../../../../src/exploration/matrix-result.ts';
import type { ConstraintSummary } from '../../../../src/exploration/summarise-matrix.ts';
import { askAbout, listRepeats, sayTwice } from '../../../../src/panels/matrix/findings/list-repeats.ts';
import { sayFate } from '../../../../src/panels/matrix/findings/say-fate.ts';

const PLACE = { commands: ['Book', 'Book'], pattern: 'same room' } as const;

function fateOf(known: Partial<ConstraintSummary>) {
  return sayFate(
    { name: 'SeatFree', fate: 'free', isBroken: false, places: [PLACE], ...known },
    'Tags (lock)',
  );
}

describe('what becomes of a constraint, in words', () => {
  it('what can be broken says so, with the places', () => {
    expect(fateOf({ fate: 'overtaken', isBroken: true })).toEqual({
      mark: 'violation',
      words: 'can be broken, and nobody is told.',
      showsPlaces: true,
    });
  });

  it('a value that is out of date breaks no rule', () => {
    expect(fateOf({ fate: 'overtaken' })).toMatchObject({ mark: 'missedConflict', showsPlaces: true });
  });

  it('what is kept says where it would give way', () => {
    expect(fateOf({ fate: 'kept' }).words).toBe('is kept. Without any guard it would give way in 1 case.');
  });

  it('what is tolerated has the mark of that', () => {
    expect(fateOf({ fate: 'tolerated' }).mark).toBe('tolerated');
  });

  it('what cannot be known names the strategy that cannot be run', () => {
    expect(fateOf({ fate: 'unknown' }).words).toContain('Tags (lock) cannot be run there');
  });

  it('only what never gives way needs no boundary', () => {
    const fates = ['free', 'kept', 'tolerated', 'overtaken', 'unknown'] as const;
    expect(fates.filter((fate) => fateOf({ fate }).words.includes('needs no boundary'))).toEqual(['free']);
  });
});

const BOUNDS = { past: 1, ended: 'complete', numbers: [], pasts: 1, races: 1 } as const;
const HIT: Hit = {
  past: [],
  race: { name: 'R', commands: [{ command: 'Book', data: { room: 'r1' } }, { command: 'Book' }] },
  schedule: [],
};

function cellOf(commands: readonly [string, string], repeats: Hit | null): MatrixCell {
  const pattern = { name: 'same room', possible: true, collides: true, strategies: {}, effects: {}, repeats };
  return { commands, summary: 'always', patterns: [{ ...pattern, bounds: BOUNDS }] };
}

describe('facts that are written twice', () => {
  it('are those of the patterns that have such a case', () => {
    const cells = [cellOf(['Book', 'Book'], HIT), cellOf(['Book', 'Clean'], null)];
    expect(listRepeats(cells).map(({ commands }) => commands)).toEqual([['Book', 'Book']]);
  });

  it('are a question about the command, with the data that shows it', () => {
    const [repeat] = listRepeats([cellOf(['Book', 'Book'], HIT)]);
    if (repeat === undefined) throw new Error('no repeat');
    expect(askAbout(repeat)).toMatchObject({ name: 'May Book happen twice?', about: 'command:Book' });
    expect(askAbout(repeat).description).toContain('with room r1');
  });

  it('of two commands name both', () => {
    expect(sayTwice(['Book', 'Rebook'])).toBe('Book, then Rebook');
    expect(sayTwice(['Book', 'Book'])).toBe('Book, twice');
  });
});
