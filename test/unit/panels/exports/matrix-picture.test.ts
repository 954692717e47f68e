import { describe, expect, it } from 'vitest';
import type { MatrixCell } from '../../../../src/exploration/matrix-result.ts';
import { drawMatrixPicture } from '../../../../src/panels/exports/matrix-picture.ts';
import { findCell, findKeys, sayFinding, sayWhen } from '../../../../src/panels/matrix/matrix-words.ts';
import { estimateText } from '../../../../src/ui/picture/estimate-text.ts';
import { findXmlFault } from '../../../helpers/xml-fault.ts';
import { readShipped, searchAll } from '../../interchange/markdown/stories.ts';

const PEN = { colourOf: (token: string) => token, measure: estimateText, fontCss: '' };
const CELLS = searchAll(readShipped('course-subscriptions'), 3);

describe('The words of a matrix', () => {
  it('say what a strategy makes of all pairs', () => {
    expect(sayFinding(CELLS, 'stream-version')).toMatch(
      /^Streams \(version\) misses a conflict in 2 of 10 pairs, and stops some for nothing in \d\.$/,
    );
    expect(sayFinding(CELLS, 'tag-condition')).toMatch(/^Tags \(condition\) misses no conflict in 10 pairs/);
  });

  it('find a pair whichever command is named first', () => {
    const cell = findCell(CELLS, ['SubscribeStudent', 'DefineCourse']);
    expect(cell?.commands).toEqual(['DefineCourse', 'SubscribeStudent']);
    expect(cell && sayWhen(cell)).toBe('Collide: same course');
    expect(cell && findKeys(cell, 'unguarded')).toEqual(['missedConflict']);
    expect(findCell(CELLS, ['Nobody', 'DefineCourse'])).toBeUndefined();
  });

  it('are whole statements', () => {
    const say = (summary: string) => sayWhen({ commands: ['A', 'B'], summary, patterns: [] });
    expect([say('never'), say('always'), say('same x')]).toEqual([
      'Never collide',
      'Always collide',
      'Collide: same x',
    ]);
  });
});

describe('The picture of a matrix', () => {
  const draw = (cells: readonly MatrixCell[]) =>
    drawMatrixPicture({ model: 'Courses', cells, strategy: 'stream-version' }, PEN);

  it('has a cell for each pair, and explains the marks it uses', () => {
    const svg = draw(CELLS);
    expect(findXmlFault(svg)).toBeNull();
    expect(svg.match(/rx="8"/g)).toHaveLength(10);
    expect(svg).toContain('missed conflict: written, although');
    expect(svg).not.toContain('needed wait:');
    expect(svg).toMatch(/Searched: [\d,]+ cases/);
  });

  it('is well-formed whatever the commands are called', () => {
    const odd = '<b>"&\u0000\n';
    const cells = CELLS.map((cell) => ({ ...cell, summary: odd, commands: [odd, `${odd}2`] as const }));
    expect(findXmlFault(draw(cells))).toBeNull();
  });

  it('says so where there is nothing to compare', () => {
    expect(draw([])).toContain('No command writes an event');
  });
});
