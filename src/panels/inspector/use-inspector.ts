import { createContext, useContext } from 'react';
import type { Analysis, AnalysisSource } from '../../board/analysis.ts';
import type { Board } from '../../board/board.ts';
import type { DeskStore } from '../../board/desk.ts';
import type { LabEngine } from '../../lab/engine.ts';
import type { LabDeskStore } from '../../lab/lab-desk.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { Model } from '../../model/schema.ts';

/** What every part of the inspector reads from. */
export interface InspectorMatter {
  readonly board: Board;
  readonly desk: DeskStore;
  readonly document: JsonObject;
  /** The usable part of the document; an empty model where there is none. */
  readonly model: Model;
  /** A moment behind the document; null before the first. */
  readonly analysis: Analysis | null;
  readonly analysisSource: AnalysisSource;
  readonly lab: LabDeskStore;
  readonly engine: LabEngine;
}

export const InspectorContext = createContext<InspectorMatter | null>(null);

/** What the inspector is about; throws outside of one. */
export function useInspector(): InspectorMatter {
  const matter = useContext(InspectorContext);
  if (matter === null) throw new Error('This part is not inside the inspector');
  return matter;
}
