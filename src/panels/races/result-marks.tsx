import { FINDINGS, type FindingKey } from '../../exploration/findings.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import type { ResultRowProps } from './results-view.ts';
import { findColumn, listColumns, sayOrder } from './schedule-groups.ts';
import { ScheduleStrip } from './schedule-strip.tsx';

/** What each schedule shows, by its worst mark. */
export function ResultMarks({ view, group, strategy }: ResultRowProps) {
  const schedules = listColumns(group, view.lists[strategy] ?? []).filter((found) => found !== undefined);
  const { name } = STRATEGIES[strategy];
  return (
    <ScheduleStrip
      label={`Schedules under ${name}`}
      slots={schedules.map(({ order, findings }, index) => ({
        label: `Schedule ${index + 1} under ${name}: ${sayFindings(findings)}. ${sayOrder(order, group.hasLocks)}`,
        content: findings[0] === undefined ? '·' : <VerdictMark finding={findings[0]} size={14} />,
      }))}
      shown={findColumn(group, view.shown)}
      onChoose={(column) => {
        const schedule = schedules[column];
        if (schedule !== undefined) view.follow({ strategy, order: schedule.order });
      }}
    />
  );
}

function sayFindings(findings: readonly FindingKey[]): string {
  return findings.length === 0 ? 'writes nothing' : findings.map((key) => FINDINGS[key].name).join(', ');
}
