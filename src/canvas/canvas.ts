import type { ReactFlowInstance } from '@xyflow/react';
import { createContext, useContext } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { AnalysisSource } from '../board/analysis.ts';
import type { Board } from '../board/board.ts';
import type { ArrowEnds, DeskStore } from '../board/desk.ts';
import type { ElementKey } from '../board/element-key.ts';
import type { LayoutService } from '../board/layout.ts';
import type { Place } from '../board/placement.ts';
import type { ActionRegistry } from '../ui/actions.ts';
import type { Point } from './arrows/geometry.ts';
import type { BoundaryMarks } from './boundary/boundary-marks.ts';
import type { ArrowEdge, BoardNode } from './flow-types.ts';
import type { BoardPicture } from './map-model.ts';
import type { Typing } from './typing/typing.ts';

export interface CanvasProps {
  readonly board: Board;
  readonly desk: DeskStore;
  readonly analysis: AnalysisSource;
  readonly actions: ActionRegistry;
  readonly layout: LayoutService;
}

/** An arrow that is being drawn with the pointer; points on the board. */
export interface Linking {
  readonly from: ElementKey;
  readonly start: Point;
  readonly at: Point;
  readonly over: ElementKey | null;
  /** Why it cannot end here; null when it can, or there is nothing here. */
  readonly refusal: string | null;
}

/** What is open over the canvas; points on the screen. */
export type Sheet =
  | { readonly kind: 'menu'; readonly at: Point }
  | { readonly kind: 'follow'; readonly at: Point; readonly from: ElementKey; readonly spot: Point }
  | { readonly kind: 'target'; readonly from: ElementKey }
  | { readonly kind: 'subset'; readonly at: Point; readonly arrow: ArrowEnds }
  | { readonly kind: 'tag'; readonly keys: readonly ElementKey[] };

export interface CanvasState extends BoardPicture {
  /** The nodes as they were before somebody began to move some. */
  readonly restingNodes: BoardPicture['nodes'];
  readonly linking: Linking | null;
  /** The note under the pointer. */
  readonly pointedAt: ElementKey | null;
  readonly sheet: Sheet | null;
  /** What screen readers are told of a selected arrow. */
  readonly said: string;
  /** A word to the person, at a point of the screen, that goes away by itself. */
  readonly word: { readonly text: string; readonly at: Point } | null;
}

export type Flow = ReactFlowInstance<BoardNode, ArrowEdge>;

/** One canvas and everything it works with. */
export interface Canvas extends CanvasProps {
  readonly store: StoreApi<CanvasState>;
  readonly typing: Typing;
  /** Moves notes on the screen only, until `null` lets them go back to where the document has them. */
  readonly setMoving: (places: ReadonlyMap<ElementKey, Place> | null) => void;
  /** Draws a boundary, or none: what is not in it is dimmed. */
  readonly showBoundary: (marks: BoundaryMarks | null) => void;
  /** Where everything is, moving or not. */
  readonly places: () => ReadonlyMap<ElementKey, Place>;
  readonly flow: () => Flow | null;
  readonly setFlow: (flow: Flow) => void;
  /** The element around everything, for the keyboard's focus and the size of the view. */
  readonly root: { current: HTMLElement | null };
}

export const CanvasContext = createContext<Canvas | null>(null);

/** The canvas around a component. */
export function useCanvas(): Canvas {
  const canvas = useContext(CanvasContext);
  if (canvas === null) throw new Error('A part of the canvas is drawn outside of it');
  return canvas;
}
