import type { MeasureText, PictureFont } from './picture.ts';

const FAMILIES = {
  tool: '"Inter Variable", Inter, system-ui, sans-serif',
  model: '"JetBrains Mono Variable", "JetBrains Mono", ui-monospace, monospace',
} as const;

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
