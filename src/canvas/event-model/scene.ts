import type { Analysis, ExampleReport } from '../../board/analysis.ts';
import { listArrows } from '../../board/edits/arrows.ts';
import type { ElementKey } from '../../board/element-key.ts';
import type { EventModelLayout } from '../../board/event-model/event-model-layout.ts';
import { layOutEventModel } from '../../board/event-model/lay-out-event-model.ts';
import { type Gap, listGaps } from '../../board/event-model/list-gaps.ts';
import { findMissingField } from '../../board/event-model/missing-field.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { Model } from '../../model/schema.ts';
import { markFindings } from '../mark-findings.ts';
import type { FaceMark } from '../note-face.tsx';

/** Everything the event model's view draws from. */
export interface Scene {
  readonly document: JsonObject;
  readonly model: Model;
  readonly layout: EventModelLayout;
  readonly gaps: ReadonlyMap<string, readonly Gap[]>;
  readonly marks: ReadonlyMap<ElementKey, FaceMark>;
  readonly verdicts: readonly ExampleReport[];
}

/** What a document and the findings about it come to as an event model. */
export function makeScene(document: JsonObject, model: Model, analysis: Analysis | null): Scene {
  const diagnostics = analysis?.diagnostics ?? [];
  return {
    document,
    model,
    layout: layOutEventModel(model, listArrows(model)),
    gaps: listGaps(model, diagnostics),
    // What a red arrow says is not said on its notes too.
    marks: markFindings(diagnostics.filter((diagnostic) => findMissingField(diagnostic) === null)),
    verdicts: analysis?.examples ?? [],
  };
}
