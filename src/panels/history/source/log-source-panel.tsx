import './source.css';
import { type ReactNode, useSyncExternalStore } from 'react';
import type { LogMapping } from '../../../history/import/log-mapping.ts';
import type { LogRow } from '../../../history/import/log-row.ts';
import type { LogSource, LogStep, ReadyLog } from '../../../lab/history/log-source.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { BadRowList } from './bad-row-list.tsx';
import { ChooseFile } from './choose-file.tsx';
import { MappingStep } from './mapping-step.tsx';
import type { PreviewedRow } from './preview-table.tsx';
import { SourceBar } from './source-bar.tsx';
import { sayProgress } from './source-words.ts';

export interface LogSourcePanelProps {
  readonly source: LogSource;
  /** Rows as a mapping makes them. */
  readonly preview: (rows: readonly LogRow[], mapping: LogMapping) => readonly PreviewedRow[];
  readonly onMakeModel: (log: ReadyLog) => void;
  readonly onGoToLog: () => void;
  /** What is shown of the log once it is read. */
  readonly children: (log: ReadyLog) => ReactNode;
}

/** Which log is looked back at, the way to it, and what is shown of it. */
export function LogSourcePanel(props: LogSourcePanelProps) {
  const { source, onMakeModel } = props;
  const state = useSyncExternalStore(source.listen, source.state);
  return (
    <div className="source">
      <SourceBar source={source} state={state} onMakeModel={onMakeModel} />
      {state.trouble !== null && <Notice kind="trouble">{state.trouble}</Notice>}
      <div className="source-body">
        <Step {...props} step={state.step} />
      </div>
    </div>
  );
}

function Step({ step, ...props }: LogSourcePanelProps & { readonly step: LogStep }) {
  const { source, preview, onGoToLog, children } = props;
  switch (step.kind) {
    case 'ready':
      return children(step);
    case 'mapping':
      return <MappingStep step={step} source={source} preview={preview} />;
    case 'reading':
      return <Reading step={step} source={source} />;
    case 'failed':
      return <Failed step={step} source={source} />;
    case 'empty':
      return (
        <EmptyState
          title="Drop a log here"
          actions={
            <>
              <ChooseFile className="button button-main" onFile={source.chooseFile} />
              <button className="button" type="button" onClick={onGoToLog}>
                Go to this board’s log
              </button>
            </>
          }
        >
          This board’s own log has no events yet. Look back at one of a real system instead: OCEL, XES, CSV or
          NDJSON (also CloudEvents and GitHub events), plain or gzipped. It stays in this browser.
        </EmptyState>
      );
  }
}

interface ReadingProps {
  readonly step: Extract<LogStep, { readonly kind: 'reading' }>;
  readonly source: LogSource;
}

function Reading({ step: { name, progress }, source }: ReadingProps) {
  return (
    <div className="source-reading">
      <p role="status">
        Reading {name}: {sayProgress(progress)}
      </p>
      <progress
        aria-label={`Reading ${name}`}
        max={1}
        {...(progress && { value: progress.bytes / Math.max(1, progress.ofBytes) })}
      />
      <button className="button" type="button" onClick={source.stop}>
        Stop
      </button>
    </div>
  );
}

interface FailedProps {
  readonly step: Extract<LogStep, { readonly kind: 'failed' }>;
  readonly source: LogSource;
}

function Failed({ step: { name, message, survey }, source }: FailedProps) {
  return (
    <div className="source-failed">
      <h3>{name} could not be read</h3>
      <Notice kind="trouble">
        {survey && survey.problems.length > 0
          ? survey.problems.map(({ line, message: what }) => sayProblem(what, line)).join(' ')
          : message}
      </Notice>
      {survey && <BadRowList badRows={survey.badRows} />}
      <ChooseFile className="button button-main" onFile={source.chooseFile} />
    </div>
  );
}

function sayProblem(message: string, line: number | null): string {
  return line === null ? message : `Line ${line}: ${message}`;
}
