import './contention.css';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Measure } from '../../../history/measure/measure-result.ts';
import {
  type ContentionDeskStore,
  type ContentionSettings,
  USUAL_CONTENTION,
} from '../../../lab/history/contention-desk.ts';
import type { MeasureQuestion, PastLogs, ShareProgress } from '../../../lab/history/past-log.ts';
import type { Model } from '../../../model/schema.ts';
import { Notice } from '../../../ui/notice.tsx';
import { type Ask, useAnswer } from '../../../ui/use-answer.ts';
import { ContentionForm } from './contention-form.tsx';
import { ContentionResult } from './contention-result.tsx';

export interface ContentionPanelProps {
  readonly logs: PastLogs;
  readonly log: string;
  readonly name: string;
  readonly desk: ContentionDeskStore;
  /** This board's model; null where it has no commands. */
  readonly model: Model | null;
  /** Whether the log was written by this board's commands, so that its model is mapped on from the beginning. */
  readonly isOwn: boolean;
  /** Hands a text to the person as a file. */
  readonly save: (fileName: string, type: string, text: string) => void;
}

/** How often the appends of a log would have collided under each boundary. */
export function ContentionPanel({ logs, log, name, desk, model, isOwn, save }: ContentionPanelProps) {
  const settings = useStore(desk, (held) => held.settings[log]) ?? {
    ...USUAL_CONTENTION,
    usesModel: isOwn && model !== null,
  };
  const { value: measure, isStale, progress, failure } = useMeasure(logs, log, settings, model);
  const plain = leavesOut(settings) ? { ...settings, withoutActors: [], withoutConcepts: [] } : null;
  const { value: before } = useMeasure(logs, log, plain, model);
  const change = (next: Partial<ContentionSettings>) => desk.getState().set(log, { ...settings, ...next });
  if (measure === null) {
    return (
      <div className="contention-waiting">
        {failure === null ? (
          <p role="status">{`Measuring ${name}… ${Math.floor(100 * (progress?.share ?? 0))} %`}</p>
        ) : (
          <Notice kind="trouble">{failure}</Notice>
        )}
      </div>
    );
  }
  return (
    <div className="contention">
      <aside className="contention-side">
        <ContentionForm settings={settings} measure={measure} hasModel={model !== null} onChange={change} />
      </aside>
      <div className="contention-main" data-stale={isStale}>
        {failure !== null && <Notice kind="trouble">{failure}</Notice>}
        <ContentionResult
          measure={measure}
          before={plain === null ? null : before}
          settings={settings}
          name={name}
          onChange={change}
          save={save}
        />
      </div>
    </div>
  );
}

function leavesOut({ withoutActors, withoutConcepts }: ContentionSettings): boolean {
  return withoutActors.length > 0 || withoutConcepts.length > 0;
}

/** Measures anew whenever the settings change; null measures nothing. */
function useMeasure(logs: PastLogs, log: string, settings: ContentionSettings | null, model: Model | null) {
  // Settings that say the same are the same question.
  const key = settings && JSON.stringify(settings);
  const ask = useMemo<Ask<Measure, ShareProgress> | null>(() => {
    if (key === null) return null;
    const { window, usesModel, ...rest }: ContentionSettings = JSON.parse(key);
    const question: MeasureQuestion = { ...rest, windows: [window], model: usesModel ? model : null };
    return (watch) => logs.measure(log, question, watch);
  }, [logs, log, key, model]);
  return useAnswer(ask);
}
