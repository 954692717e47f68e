import { describe, expect, it } from 'vitest';
import { drawSheet, type Sheet } from '../../../../src/ui/picture/draw-sheet.ts';
import { estimateText } from '../../../../src/ui/picture/estimate-text.ts';
import { findXmlFault } from '../../../helpers/xml-fault.ts';

const ODD = 'a "b" \'c\' <script>alert(1)</script> & ]]> \u0000\u0007\uFFFE \u2028 😀\n--> x';
const PEN = { colourOf: () => '#123456', measure: estimateText, fontCss: '@font-face{font-family:"x"}' };
const sheetOf = (text: string): Sheet => ({
  title: text,
  subtitle: text,
  foot: text,
  blocks: [
    { kind: 'heading', text, note: text },
    {
      kind: 'drawing',
      parts: [
        { markup: '<g/>', width: 900, height: 200 },
        { markup: '<path/>', width: 100, height: 50 },
      ],
    },
    { kind: 'sentence', marks: ['missedConflict', 'violation'], text },
    { kind: 'legend', mark: 'safe', text },
    { kind: 'note', text },
  ],
});

describe('A sheet', () => {
  it('is well-formed XML without a script, whatever is written on it', () => {
    const svg = drawSheet(sheetOf(ODD), PEN);
    expect(findXmlFault(svg)).toBeNull();
    expect(svg).not.toContain('<script');
  });

  it('is as wide as its widest drawings side by side', () => {
    const svg = drawSheet(sheetOf('x'), PEN);
    expect(svg).toContain('width="1064"');
    expect(svg).toMatch(/<g transform="translate\(32 \d+\)"><g\/><\/g><g transform="translate\(932 \d+\)">/);
  });

  it('breaks long texts and grows with them', () => {
    const heightOf = (text: string) => Number(/ height="(\d+)"/.exec(drawSheet(sheetOf(text), PEN))?.[1]);
    expect(heightOf('many words '.repeat(60))).toBeGreaterThan(heightOf('few') + 200);
  });
});
