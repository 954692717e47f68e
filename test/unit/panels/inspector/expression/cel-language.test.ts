import { classHighlighter, highlightTree } from '@lezer/highlight';
import { describe, expect, it } from 'vitest';
import { celLanguage } from '../../../../../src/panels/inspector/expression/cel-language.ts';

/** The coloured parts of a text, each with what it is taken for. */
function colour(text: string): readonly string[] {
  const parts: string[] = [];
  highlightTree(celLanguage.parser.parse(text), classHighlighter, (from, to, classes) => {
    parts.push(`${text.slice(from, to)} ${classes.replaceAll('tok-', '')}`);
  });
  return parts;
}

describe('colours', () => {
  it('tell names, fields, functions, numbers and signs apart', () => {
    expect(colour('size(event.items) < 3')).toEqual([
      'size variableName',
      'event variableName',
      'items propertyName',
      '< operator',
      '3 number',
    ]);
  });

  it('know words of CEL, texts and comments', () => {
    expect(colour(`a in ['it"s', "b\\"c"] // a in b`)).toEqual([
      'a variableName',
      'in keyword',
      `'it"s' string`,
      '"b\\"c" string',
      '// a in b comment',
    ]);
    expect(colour('true || null')).toEqual(['true atom', '|| operator', 'null atom']);
  });

  it('follow a text over several lines', () => {
    expect(colour('"""a\nb""" + c')).toEqual(['"""a string', 'b""" string', '+ operator', 'c variableName']);
  });
});
