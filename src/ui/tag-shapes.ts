import type { TagMark } from './tag-mark.ts';

/** The shapes of the tags as paths, in eight by eight pixels. */
export const TAG_SHAPES: Readonly<Record<TagMark, string>> = {
  1: 'M1.5,.5h5a1,1 0 0 1 1,1v5a1,1 0 0 1-1,1h-5a1,1 0 0 1-1,-1v-5a1,1 0 0 1 1,-1z',
  2: 'M4,.3a3.7,3.7 0 1 1 0,7.4a3.7,3.7 0 1 1 0,-7.4z',
  3: 'M4,0L8.5,8H-.5z',
  4: 'M4,-.6L8.6,4L4,8.6L-.6,4z',
  5: 'M4,.3a3.7,3.7 0 1 1 0,7.4a3.7,3.7 0 1 1 0,-7.4zM4,2.3a1.7,1.7 0 1 0 0,3.4a1.7,1.7 0 1 0 0,-3.4z',
  6: 'M0,2.2h8v3.6h-8z',
};
