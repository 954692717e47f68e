import { FAMILIES, type MeasureText, type PictureFont } from './picture-font.ts';

/** Measures texts in the fonts of the page; null where there is no canvas to do it. */
export function measureOnCanvas(): MeasureText | null {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return null;
  return (text, font) => {
    context.font = write(font);
    return context.measureText(text).width;
  };
}

function write({ voice, size, weight }: PictureFont): string {
  return `${weight} ${size}px ${FAMILIES[voice]}`;
}
