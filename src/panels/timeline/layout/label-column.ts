import type { MeasureText } from '../../../ui/picture/picture-font.ts';
import { shorten, wrapText } from '../../../ui/picture/wrap-text.ts';
import { FONTS } from './fonts.ts';
import type { LanePart, StoryLayout, TrackPart } from './marks.ts';

/** What stands left of the picture and does not scroll with it: who the lanes belong to, and what their tracks are. */
export interface LabelColumn {
  readonly width: number;
  readonly lanes: readonly LaneLabel[];
}

export interface LaneLabel {
  readonly command: number;
  readonly y: number;
  /** The lines of the command's name; none where there is only room for its number. */
  readonly name: readonly string[];
  readonly full: string;
  readonly tracks: readonly TrackLabel[];
}

export interface TrackLabel {
  readonly track: TrackPart;
  readonly text: string;
  readonly width: number;
}

const EDGE = 4;
const NUMBER = 30;
const WIDEST_NAME = 76;
const WIDEST_TAG = 108;
const WIDEST_SHORT = 52;
const SHAPE = 14;
const CHIP = 16;

/** The labels of the lanes; `short` leaves the names of commands and concepts out. */
export function layLabels(
  { lanes }: Pick<StoryLayout, 'lanes'>,
  nameOf: (command: number) => string,
  { isShort, measure }: { readonly isShort: boolean; readonly measure: MeasureText },
): LabelColumn {
  const labels = lanes.map((lane) => labelLane(lane, nameOf(lane.command), isShort, measure));
  const widths = labels.flatMap(({ name, tracks }) => [
    NUMBER + Math.max(0, ...name.map((line) => measure(line, FONTS.detail) + 8)),
    ...tracks.map(({ width }) => width),
  ]);
  return { width: Math.ceil(Math.max(48, ...widths) + 2 * EDGE), lanes: labels };
}

function labelLane(lane: LanePart, full: string, isShort: boolean, measure: MeasureText): LaneLabel {
  const name = isShort ? [] : wrapText(full, WIDEST_NAME, 2, (text) => measure(text, FONTS.detail));
  const tracks = lane.tracks.map((track) => labelTrack(track, isShort, measure));
  return { command: lane.command, y: lane.y, name, full, tracks };
}

function labelTrack(track: TrackPart, isShort: boolean, measure: MeasureText): TrackLabel {
  const measureTag = (text: string) => measure(text, FONTS.tag);
  const isTagged = track.concepts.length > 0;
  const words = isShort && isTagged ? track.label.replaceAll(/[^\s:]+:/gu, '') : track.label;
  const text = shorten(words, isShort ? WIDEST_SHORT : WIDEST_TAG, measureTag);
  return { track, text, width: Math.ceil(measureTag(text) + (isTagged ? SHAPE : 0) + CHIP) };
}
