import { useMemo } from 'react';
import type { LogMapping } from '../../../history/import/log-mapping.ts';
import type { LogRow } from '../../../history/import/log-row.ts';
import type { LogSource, LogStep } from '../../../lab/history/log-source.ts';
import { countOf } from '../../../lib/format-number.ts';
import { Notice } from '../../../ui/notice.tsx';
import { BadRowList } from './bad-row-list.tsx';
import { MappingForm } from './mapping-form.tsx';
import { type PreviewedRow, PreviewTable } from './preview-table.tsx';
import { FORMAT_WORDS } from './source-words.ts';

export interface MappingStepProps {
  readonly step: Extract<LogStep, { readonly kind: 'mapping' }>;
  readonly source: LogSource;
  readonly preview: (rows: readonly LogRow[], mapping: LogMapping) => readonly PreviewedRow[];
}

/** Which fields of a log are what: a proposal to accept or change, on its first rows. */
export function MappingStep({ step, source, preview }: MappingStepProps) {
  const { survey, mapping, name } = step;
  const rows = useMemo(() => preview(survey.sample, mapping), [preview, survey, mapping]);
  const bad = survey.badRows.reduce((sum, one) => sum + one.count, 0);
  return (
    <div className="source-mapping">
      <p className="source-headline">
        {countOf(survey.rows, 'event', 'events')} in {name}
        {survey.format !== null && `, ${FORMAT_WORDS[survey.format]}`}. What is what in it?
      </p>
      {survey.problems.map(({ code, severity, message, line }) => (
        <Notice key={`${code} ${line}`} kind={severity === 'error' ? 'trouble' : 'plain'}>
          {line !== null && `Line ${line}: `}
          {message}
        </Notice>
      ))}
      <BadRowList badRows={survey.badRows} />
      <MappingForm
        fields={survey.fields}
        mapping={mapping}
        reasons={survey.proposal?.reasons ?? []}
        onChange={source.map}
      />
      <PreviewTable rows={rows} />
      <div className="source-accept">
        <button
          className="button button-main"
          type="button"
          disabled={mapping.type.length === 0 || mapping.time.length === 0}
          onClick={source.accept}
        >
          {bad === 0 ? 'Read it so' : `Read it so, without the ${countOf(bad, 'bad row', 'bad rows')}`}
        </button>
        <button className="button" type="button" onClick={source.stop}>
          Cancel
        </button>
      </div>
    </div>
  );
}
