import '../forms/forms.css';
import './race-editor.css';
import { useMemo, useSyncExternalStore } from 'react';
import type { AnalysisSource } from '../../board/analysis.ts';
import type { LabParts } from '../../lab/lab-parts.ts';
import { pointer } from '../../model/pointer.ts';
import { Section } from '../forms/controls/section.tsx';
import { listFindingsWithin } from '../forms/findings/sort-findings.ts';
import { readList, readObject } from '../forms/read-json.ts';
import { FormContext } from '../forms/use-form.ts';
import { EventRows } from '../forms/values/event-rows.tsx';
import type { ValueHelp } from '../forms/values/value-help.ts';
import { offerValues } from './offer-values.ts';
import { RaceCommands } from './race-commands.tsx';
import { RaceHead } from './race-head.tsx';
import { RaceRules } from './race-rules.tsx';

export interface RaceEditorProps {
  readonly parts: Pick<LabParts, 'board'>;
  readonly analysis: AnalysisSource;
  /** The race's place in the document. */
  readonly at: number;
  readonly onClose: () => void;
}

/** A race as forms: what happened before, what runs at the same time, and how often it is tried. */
export function RaceEditor({ parts: { board }, analysis, at, onClose }: RaceEditorProps) {
  const document = useSyncExternalStore(board.listen, () => board.state().document);
  const found = useSyncExternalStore(analysis.listen, analysis.state);
  const race = readList(document['races'])[at];
  const matter = useMemo(() => ({ board, document }), [board, document]);
  const help = useMemo(
    (): ValueHelp => ({
      listValues: (field, type) => offerValues(readObject(race), field, type),
      findings: listFindingsWithin(found?.diagnostics ?? [], pointer('races', at)),
    }),
    [race, found, at],
  );
  if (race === undefined) return null;
  return (
    <FormContext value={matter}>
      {/* biome-ignore lint/a11y/useSemanticElements: nothing is sent from here */}
      <div className="race-editor form" role="form" aria-label="Edit the race">
        <h2 className="visually-hidden">Edit the race</h2>
        <RaceHead at={at} findings={help.findings} onClose={onClose} />
        <div className="race-editor-columns">
          <Section title="What happened before">
            <EventRows
              path={['races', at, 'given']}
              addLabel="Add an event that happened before"
              hasTimes
              help={help}
            />
          </Section>
          <Section title="At the same time">
            <RaceCommands at={at} help={help} />
          </Section>
          <Section title="How they run">
            <RaceRules at={at} findings={help.findings} />
          </Section>
        </div>
      </div>
    </FormContext>
  );
}
