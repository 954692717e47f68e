import type { ElementKey } from '../../board/element-key.ts';
import type { Place } from '../../board/placement.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { MeasureText } from '../../ui/picture/picture-font.ts';
import type { ArrowFacts } from '../flow-types.ts';

/** Everything a picture of a board is made of. */
export interface Picture {
  readonly document: JsonObject;
  readonly places: ReadonlyMap<ElementKey, Place>;
  readonly arrows: readonly ArrowFacts[];
  /** The colour of a design token, without its dashes. */
  readonly colourOf: (token: string) => string;
  readonly measure: MeasureText;
  /** `@font-face` rules with the fonts in them; empty to rely on what is installed. */
  readonly fontCss: string;
  /** The finished `<metadata>` element. */
  readonly metadata: string;
}

/** A rectangle on the board. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
