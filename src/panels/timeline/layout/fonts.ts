import type { PictureFont } from '../../../ui/picture/picture-font.ts';

/** The fonts of the picture. */
export const FONTS = {
  title: { voice: 'tool', size: 13, weight: 620 },
  detail: { voice: 'tool', size: 12, weight: 500 },
  caption: { voice: 'tool', size: 11, weight: 500 },
  band: { voice: 'tool', size: 12, weight: 560 },
  value: { voice: 'model', size: 11, weight: 450 },
  position: { voice: 'model', size: 12, weight: 650 },
  tag: { voice: 'tool', size: 11, weight: 560 },
  type: { voice: 'tool', size: 12, weight: 560 },
} satisfies { readonly [name: string]: PictureFont };
