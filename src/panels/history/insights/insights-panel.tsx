import './insights.css';
import { useMemo } from 'react';
import type { Insights } from '../../../history/insights/insight.ts';
import type { PastLogs, ShareProgress } from '../../../lab/history/past-log.ts';
import type { LabParts } from '../../../lab/lab-parts.ts';
import { Notice } from '../../../ui/notice.tsx';
import { type Ask, useAnswer } from '../../../ui/use-answer.ts';
import { InsightFrequency } from './insight-frequency.tsx';
import { InsightGroups } from './insight-groups.tsx';
import { sayInsights } from './say-insights.ts';

export interface InsightsPanelProps {
  readonly logs: PastLogs;
  readonly log: string;
  readonly name: string;
  /** Where questions are put. */
  readonly parts: Pick<LabParts, 'board' | 'desk'>;
}

/** What a log shows about the system behind it, and what to do about it on the board. */
export function InsightsPanel({ logs, log, name, parts }: InsightsPanelProps) {
  const ask = useMemo<Ask<Insights, ShareProgress>>(
    () => (watch) => logs.findInsights(log, watch),
    [logs, log],
  );
  const { value, progress, failure } = useAnswer(ask);
  if (value === null) {
    return (
      <div className="insights-waiting">
        {failure === null ? (
          <p role="status">{`Looking through ${name}… ${Math.floor(100 * (progress?.share ?? 0))} %`}</p>
        ) : (
          <Notice kind="trouble">{failure}</Notice>
        )}
      </div>
    );
  }
  return (
    <div className="insights">
      <div className="insights-main">
        <h2 className="insights-headline">{sayInsights(value)}</h2>
        <InsightGroups insights={value.insights} parts={parts} />
      </div>
      <aside className="insights-side" aria-label="How often and when">
        <InsightFrequency insights={value} />
      </aside>
    </div>
  );
}
