import '../forms/forms.css';
import './inspector.css';
import { useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { AnalysisSource } from '../../board/analysis.ts';
import type { Board } from '../../board/board.ts';
import type { ArrowEnds, DeskStore } from '../../board/desk.ts';
import { type ElementKey, findElement, parseKey } from '../../board/element-key.ts';
import type { LabEngine } from '../../lab/engine.ts';
import type { LabDeskStore } from '../../lab/lab-desk.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { Model } from '../../model/schema.ts';
import { FormContext } from '../forms/use-form.ts';
import { ArrowInspector } from './arrow-inspector.tsx';
import { BoardInspector } from './board-inspector.tsx';
import { ElementInspector } from './element-inspector.tsx';
import { SelectionInspector } from './selection-inspector.tsx';
import { InspectorContext } from './use-inspector.ts';

export interface InspectorProps {
  readonly board: Board;
  readonly desk: DeskStore;
  readonly analysis: AnalysisSource;
  readonly lab: LabDeskStore;
  readonly engine: LabEngine;
}

const EMPTY: Model = { ambit: '1.0', name: '' };

/** What is selected on the board, and everything that belongs to it; the board itself when nothing is. */
export function Inspector({ board, desk, analysis, lab, engine }: InspectorProps) {
  const document = useSyncExternalStore(board.listen, () => board.state().document);
  const parsed = useSyncExternalStore(board.listen, () => board.state().parsed);
  const latest = useSyncExternalStore(analysis.listen, analysis.state);
  const selected = useStore(desk, (state) => state.selected);
  const arrows = useStore(desk, (state) => state.selectedArrows);
  const matter = useMemo(
    () => ({
      board,
      desk,
      document,
      model: parsed.model ?? EMPTY,
      analysis: latest,
      analysisSource: analysis,
      lab,
      engine,
    }),
    [board, desk, document, parsed.model, latest, analysis, lab, engine],
  );
  return (
    <FormContext value={matter}>
      <InspectorContext value={matter}>
        <div className="inspector form">{chooseView(document, selected, arrows)}</div>
      </InspectorContext>
    </FormContext>
  );
}

/** Elements that somebody else removed meanwhile count as not selected. */
function chooseView(document: JsonObject, selected: readonly ElementKey[], arrows: readonly ArrowEnds[]) {
  const keys = selected.filter((key) => findElement(document, key) !== undefined);
  const [key] = keys;
  const element = key === undefined ? undefined : parseKey(key);
  if (keys.length > 1) return <SelectionInspector keys={keys} />;
  if (element !== undefined) return <ElementInspector key={key} {...element} />;
  const [arrow] = arrows;
  if (arrow !== undefined) return <ArrowInspector key={`${arrow.from} ${arrow.to}`} ends={arrow} />;
  return <BoardInspector />;
}
