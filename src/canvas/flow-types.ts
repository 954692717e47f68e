import type { Edge, Node } from '@xyflow/react';
import type { Relation } from '../board/edits/arrows.ts';
import type { ElementKey } from '../board/element-key.ts';
import type { TagMark } from '../ui/tag-mark.ts';
import type { NoteData } from './describe-note.ts';

export type NoteNode = Node<NoteData, 'note'>;
export type FrameNode = Node<NoteData, 'frame'>;
export type BoardNode = NoteNode | FrameNode;

/** What an arrow says, without how it is drawn. */
export interface ArrowFacts {
  readonly id: string;
  readonly from: ElementKey;
  readonly to: ElementKey;
  readonly relation: Relation;
  readonly label: string | null;
  /** The marks of the tags that the label names. */
  readonly marks: readonly TagMark[];
  /** For screen readers: "CourseDefined is read by CourseExists, same course". */
  readonly sentence: string;
}

export interface ArrowData extends Record<string, unknown> {
  readonly facts: ArrowFacts;
}

export type ArrowEdge = Edge<ArrowData, 'arrow'>;
