import { describe, expect, it } from 'vitest';
import { chooseName } from '../../../src/cli/choose-name.ts';
import { worstOf } from '../../../src/cli/exit-code.ts';
import { makeSafe } from '../../../src/cli/make-safe.ts';
import { quoteArgument } from '../../../src/cli/quote-argument.ts';
import { layTable } from '../../../src/cli/report/table.ts';
import { wrapText } from '../../../src/cli/report/wrap-text.ts';
import { FINDING_KEYS, FINDINGS } from '../../../src/exploration/findings.ts';
import { countOf, formatShare, groupDigits, shareOf } from '../../../src/lib/format-number.ts';
import { sayData } from '../../../src/lib/say-data.ts';

describe('numbers', () => {
  it('are grouped by thousands, however large', () => {
    expect(['6', '1234', '142550072', '307400739752540557920'].map(groupDigits)).toEqual([
      '6',
      '1,234',
      '142,550,072',
      '307,400,739,752,540,557,920',
    ]);
    expect([countOf('1', 'race', 'races'), countOf(1000, 'race', 'races')]).toEqual([
      '1 race',
      '1,000 races',
    ]);
  });

  it('never read as nothing or all when they are not quite', () => {
    expect([0, 0.0001, 0.5, 2 / 3, 0.9999, 1].map(formatShare)).toEqual([
      '0 %',
      '<1 %',
      '50 %',
      '67 %',
      '>99 %',
      '100 %',
    ]);
    expect(formatShare(shareOf('1', '9'.repeat(40)))).toBe('<1 %');
    expect(formatShare(shareOf(`${'9'.repeat(39)}8`, '9'.repeat(40)))).toBe('>99 %');
    expect(shareOf('3', '3')).toBe(1);
  });
});

describe('text', () => {
  it('wraps between words, and cuts those that are too long', () => {
    expect(wrapText('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrapText('abcdefgh ij', 3)).toEqual(['abc', 'def', 'gh', 'ij']);
    expect(wrapText('', 10)).toEqual(['']);
    expect(wrapText('日本語', 4)).toEqual(['日本', '語']);
  });

  it('lines up in tables, also in colour and in wide letters', () => {
    expect(
      layTable(
        [
          ['\u001b[31mab\u001b[39m', '1'],
          ['日本', '23'],
        ],
        { aligns: ['left', 'right'] },
      ),
    ).toEqual(['  \u001b[31mab\u001b[39m     1', '  日本  23']);
  });

  it('cannot steer the terminal', () => {
    const own = '\u001b[31mred\u001b[39m';
    expect(makeSafe(`${own}\u001b[2J\u0007\n`, true)).toBe(`${own}\\u001b[2J\\u0007\n`);
    expect(makeSafe(own, false)).not.toContain('\u001b');
  });

  it('of data is short and never ambiguous', () => {
    expect(
      sayData({ id: 'c1', n: 1, text: 'a b', digits: '1', yes: true, word: 'true', list: ['x'], no: '' }),
    ).toBe('id c1, n 1, text "a b", digits "1", yes true, word "true", list ["x"], no ""');
    expect(sayData(undefined)).toBe('');
  });

  it('is quoted for a shell only where it has to be', () => {
    expect(['a/b-c.json', 'The last seat', 'it costs $5', "it's $5"].map(quoteArgument)).toEqual([
      'a/b-c.json',
      '"The last seat"',
      "'it costs $5'",
      `'it'\\''s $5'`,
    ]);
  });
});

describe('names', () => {
  const choices = [
    { value: 1, names: ['missed', 'missedConflict'] },
    { value: 2, names: ['safe'] },
  ];

  it('are found by any of them, without regard to case and hyphens', () => {
    expect(
      ['missed', 'missedConflict', 'Missed-Conflict', 'SAFE'].map((name) =>
        chooseName('verdict', name, choices),
      ),
    ).toEqual([1, 1, 1, 2]);
  });

  it('that do not exist are answered with the nearest one and all there are', () => {
    expect(() => chooseName('verdict', 'misssed', choices)).toThrow(
      'There is no verdict “misssed”. Did you mean missed?\nThere are: missed, safe',
    );
    expect(() => chooseName('verdict', '', choices)).toThrow('There is no verdict “”.');
    expect(() => chooseName('race', 'x', [])).toThrow('There is no race at all.');
  });
});

describe('findings', () => {
  it('each have a mark of their own', () => {
    expect(new Set(FINDING_KEYS.map((key) => FINDINGS[key].mark)).size).toBe(FINDING_KEYS.length);
  });
});

describe('exit codes', () => {
  it('of several files are the worst', () => {
    expect([worstOf([]), worstOf([0, 1, 0]), worstOf([1, 2, 0])]).toEqual([0, 1, 2]);
  });
});
