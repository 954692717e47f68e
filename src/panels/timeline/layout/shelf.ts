import type { MeasureText, PictureFont } from '../../../ui/picture/picture-font.ts';
import type { TextPart } from './marks.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a label may stand: by its anchor, between limits it does not leave. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
  readonly least: number;
  readonly most: number;
}

export interface Label {
  /** The fullest words first. */
  readonly words: readonly string[];
  readonly spots: readonly Spot[];
  readonly font: PictureFont;
  readonly look: string;
  readonly at: number;
  readonly isNews?: boolean;
}

const AIR = 3;
/** From the baseline of a line of text to the top and the bottom of its letters, in parts of the font's size. */
const ASCENT = 0.85;
const DESCENT = 0.25;

/** The room that a line of text takes. */
export function boxOf({ x, y, width, anchor, font }: Omit<TextPart, 'text' | 'look' | 'at'>): Box {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { x: left, y: y - font.size * ASCENT, width, height: font.size * (ASCENT + DESCENT) };
}

/** Keeps labels off each other and off what stands where it stands. */
export class Shelf {
  readonly #taken: Box[] = [];
  readonly #lines: Box[] = [];
  readonly #measure: MeasureText;

  constructor(measure: MeasureText) {
    this.#measure = measure;
  }

  /** Nothing is put here any more. */
  take(...boxes: readonly Box[]): void {
    this.#taken.push(...boxes);
  }

  /** A line that labels keep off where they can. */
  cross(...boxes: readonly Box[]): void {
    this.#lines.push(...boxes);
  }

  /** The label in the fullest words that fit, in its first spot that is free; none where nothing fits. */
  put({ words, spots, font, look, at, isNews = false }: Label): readonly TextPart[] {
    for (const keepsOffLines of [true, false]) {
      for (const text of words) {
        const width = this.#measure(text, font);
        for (const { x, y, anchor, least, most } of spots) {
          const part = {
            text,
            x,
            y,
            anchor,
            font,
            width,
            look,
            at,
            full: words[0] ?? text,
            ...(isNews && { isNews }),
          };
          const box = boxOf(part);
          if (box.x < least || box.x + width > most || !this.#isFree(box, keepsOffLines)) continue;
          this.take(box);
          return [part];
        }
      }
    }
    return [];
  }

  #isFree(box: Box, keepsOffLines: boolean): boolean {
    return !(keepsOffLines ? [...this.#taken, ...this.#lines] : this.#taken).some((other) =>
      meet(box, other),
    );
  }
}

function meet(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.width + AIR && b.x < a.x + a.width + AIR && a.y < b.y + b.height && b.y < a.y + a.height
  );
}
