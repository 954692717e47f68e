import type { MeasureText } from './picture-font.ts';

/** Average widths in parts of the font's size, where there is no browser to measure. */
const NARROW = 0.3;
const USUAL = 0.56;
const WIDE = 0.82;
const FULL = 1.05;

/** Estimates the width of a text, rather too wide than too narrow. */
export const estimateText: MeasureText = (text, { voice, size }) => {
  let width = 0;
  for (const character of text) width += voice === 'model' ? 0.61 : widthOf(character);
  return width * size;
};

function widthOf(character: string): number {
  if (/[ijlItf.,:;'|!()[\] ]/.test(character)) return NARROW;
  if (/[mwMWQO@%]/.test(character)) return WIDE;
  return (character.codePointAt(0) ?? 0) > 0x2e80 ? FULL : USUAL;
}
