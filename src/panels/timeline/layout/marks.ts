import type { FindingKey } from '../../../exploration/findings.ts';
import type { StepKind } from '../../../exploration/result.ts';
import type { PictureFont } from '../../../ui/picture/picture-font.ts';

/**
 * The parts of the picture of a told race, in pixels from the top left corner. `at` is the step by which a part comes
 * to be, counted from 0; -1 for what was there before the first.
 */
interface Part {
  readonly at: number;
}

/** A line of text, by its baseline. */
export interface TextPart extends Part {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly font: PictureFont;
  readonly width: number;
  readonly look: string;
  /** All of it, where the text is cut. */
  readonly full?: string;
  /** Only told once its step is taken. */
  readonly isNews?: boolean;
}

/** What stands in for a decision between its read and its append. */
export type BandTone = 'guarded' | 'partly' | 'locked' | 'open' | 'relaxed' | 'extra';

/** A stretch from left to right. */
export type Run = readonly [number, number];

/** A piece of a band, as long as one step. */
export interface BandPart extends Part {
  readonly tone: BandTone;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** How far into the band it begins. */
  readonly offset: number;
  /** Where its line is drawn: not through what it is called. */
  readonly runs: readonly Run[];
  /** What it belongs to, to be pointed at. */
  readonly marks: readonly string[];
}

export type LineLook = 'seen' | 'bracket' | 'drop' | 'write' | 'stop' | 'crossing' | HitTone;

/** A straight line; one that writes ends in an arrow, one that is stopped before a bar. */
export interface LinePart extends Part {
  readonly look: LineLook;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly isNews?: boolean;
}

export type HitTone = 'missed' | 'conflict' | 'false' | 'tolerated' | 'quiet';

/** An event on a track: seen at a read, crossing what a command depends on, or judged by its append. */
export interface DotPart extends Part {
  readonly look: 'seen' | 'crossing' | HitTone;
  readonly x: number;
  readonly y: number;
  readonly position: number;
}

/** A step. */
export interface BlockPart extends Part {
  readonly command: number;
  readonly kind: StepKind;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly finding: FindingKey | null;
  readonly isStopped: boolean;
  /** Whether its tracks are below it: its mark stands at the corner towards them. */
  readonly isAbove: boolean;
}

/** The time a command waits for its lock. */
export interface WaitPart extends Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly finding: FindingKey | null;
}

/** The arrow from an event to the lane of a command that joins because of it. */
export interface JoinPart extends Part {
  readonly command: number;
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly full: string;
}

/** One event on a card of the log. */
export interface CardEntry {
  readonly position: number;
  readonly x: number;
  readonly width: number;
  /** Tags by concept, value and where their shape stands. */
  readonly tags: readonly { readonly concept: string; readonly x: number }[];
  readonly full: string;
}

/** Events in the log: those of one type that stand side by side in the past share a card. */
export interface CardPart extends Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isPast: boolean;
  readonly entries: readonly CardEntry[];
}

/** A card that a verdict is about. */
export interface RingPart extends Part {
  readonly tone: HitTone;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where an append would have written, had it not been stopped. */
export interface GhostPart extends Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A query a command depends on, or what only its guard watches. */
export interface TrackPart {
  readonly key: string;
  readonly command: number;
  /** The middle. */
  readonly y: number;
  readonly label: string;
  readonly full: string;
  readonly concepts: readonly string[];
  readonly isExtra: boolean;
}

/** The row of a command. */
export interface LanePart {
  readonly command: number;
  readonly isAbove: boolean;
  readonly top: number;
  readonly height: number;
  /** The middle of the row of its blocks. */
  readonly y: number;
  readonly tracks: readonly TrackPart[];
}

/** A step's place in time. */
export interface Column {
  readonly step: number;
  readonly x: number;
  readonly width: number;
  readonly center: number;
}

/** The picture of a told race. */
export interface StoryLayout {
  readonly width: number;
  readonly height: number;
  readonly railTop: number;
  readonly railHeight: number;
  /** The past as one block, where it is folded. */
  readonly fold: { readonly x: number; readonly width: number; readonly label: string } | null;
  readonly columns: readonly Column[];
  readonly lanes: readonly LanePart[];
  readonly bands: readonly BandPart[];
  readonly lines: readonly LinePart[];
  readonly dots: readonly DotPart[];
  readonly blocks: readonly BlockPart[];
  readonly waits: readonly WaitPart[];
  readonly joins: readonly JoinPart[];
  readonly cards: readonly CardPart[];
  readonly rings: readonly RingPart[];
  readonly ghosts: readonly GhostPart[];
  readonly texts: readonly TextPart[];
}
