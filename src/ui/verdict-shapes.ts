import type { FindingKey } from '../exploration/findings.ts';

/** A part of a mark on a square of 16 by 16; holes of filled parts are cut out. */
export interface MarkPart {
  readonly path: string;
  readonly paint: 'fill' | 'stroke';
}

export interface MarkShape {
  readonly parts: readonly MarkPart[];
  /** The design token `--<token>` of its colour. */
  readonly token: string;
}

const OCTAGON = 'M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z';
const BAR = 'M4.4 7h7.2v2H4.4z';
const TRIANGLE = 'M7.1 1.7a1 1 0 0 1 1.8 0l6.4 11.4a1 1 0 0 1-.9 1.5H1.6a1 1 0 0 1-.9-1.5z';
const CALL = 'M7.1 5.4h1.8v4.4H7.1zM7.1 11.2h1.8V13H7.1z';
const HOURGLASS =
  'M3 1.2h10v1.9c0 2.3-2.7 3.3-3.6 4.9.9 1.6 3.6 2.6 3.6 4.9v1.9H3v-1.9C3 10.6 5.7 9.6 6.6 8 5.7 6.4 3 5.4 3 3.1z';

/** The shapes of the marks: octagon stopped, triangle missed, ring safe, hourglass waited; solid where the decision had changed, outlined where it had not. */
export const VERDICT_SHAPES: { readonly [K in FindingKey]: MarkShape } = {
  safe: {
    token: 'safe',
    parts: [
      { path: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13z', paint: 'stroke' },
      { path: 'M5 8.3l2.1 2.1L11 6.2', paint: 'stroke' },
    ],
  },
  conflict: { token: 'conflict', parts: [{ path: `${OCTAGON}${BAR}`, paint: 'fill' }] },
  falseConflict: {
    token: 'false',
    parts: [
      { path: 'M5.4 1.7h5.2L14.3 5.4v5.2L10.6 14.3H5.4L1.7 10.6V5.4z', paint: 'stroke' },
      { path: BAR, paint: 'fill' },
    ],
  },
  missedConflict: { token: 'missed', parts: [{ path: `${TRIANGLE}${CALL}`, paint: 'fill' }] },
  violation: { token: 'missed', parts: [{ path: 'M3 3l10 10M13 3L3 13', paint: 'stroke' }] },
  tolerated: {
    token: 'tolerated',
    parts: [
      {
        path: 'M4 1.7h8A2.3 2.3 0 0 1 14.3 4v8a2.3 2.3 0 0 1-2.3 2.3H4A2.3 2.3 0 0 1 1.7 12V4A2.3 2.3 0 0 1 4 1.7z',
        paint: 'stroke',
      },
      { path: 'M4.3 8.6c1.2-1.8 2.5-1.8 3.7-.6s2.5 1.2 3.7-.6', paint: 'stroke' },
    ],
  },
  neededWait: { token: 'wait', parts: [{ path: HOURGLASS, paint: 'fill' }] },
  needlessWait: { token: 'wait', parts: [{ path: HOURGLASS, paint: 'stroke' }] },
  partial: {
    token: 'missed',
    parts: [
      { path: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13z', paint: 'stroke' },
      { path: 'M8 1.5v13a6.5 6.5 0 0 1 0-13z', paint: 'fill' },
    ],
  },
  error: {
    token: 'missed',
    parts: [
      { path: 'M8 1.3L14.7 8 8 14.7 1.3 8z', paint: 'stroke' },
      { path: 'M7.2 4.6h1.6v4.2H7.2zM7.2 9.8h1.6v1.6H7.2z', paint: 'fill' },
    ],
  },
};
