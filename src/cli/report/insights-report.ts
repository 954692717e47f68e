import { INSIGHT_KINDS, type Insight, type Insights } from '../../history/insights/insight.ts';
import { INSIGHT_WORDS } from '../../history/words/insight-words.ts';
import { countOf, formatShare, groupDigits } from '../../lib/format-number.ts';
import type { Layout } from './layout.ts';
import { layTable } from './table.ts';
import { wrapText } from './wrap-text.ts';

const MOST_TYPES = 10;

/** What a log shows, by kind, each with its evidence and what to do next. */
export function reportInsights(name: string, result: Insights, layout: Layout): readonly string[] {
  const { paint } = layout;
  const { events, frequency, insights } = result;
  const groups = INSIGHT_KINDS.flatMap((kind) => {
    const own = insights.filter((insight) => insight.kind === kind);
    if (own.length === 0) return [];
    return ['', `${paint.bold(INSIGHT_WORDS[kind].name)}`, ...own.flatMap((one) => drawInsight(one, layout))];
  });
  const types = frequency.types.slice(0, MOST_TYPES);
  const others = frequency.types.length - types.length;
  return [
    `${paint.bold('Insights')}  ${name}`,
    `  ${countOf(events, 'event', 'events')} of ${countOf(frequency.types.length, 'type', 'types')}`,
    ...layTable(
      types.map(({ name: type, count }) => [type, groupDigits(count), formatShare(count / events)]),
      { aligns: ['left', 'right', 'right'], indent: 4 },
    ),
    ...(others > 0 ? [`    and ${countOf(others, 'other', 'others')}`] : []),
    ...(groups.length > 0 ? groups : ['', '  Nothing stands out.']),
  ];
}

function drawInsight({ sentence, evidence, next }: Insight, { columns, paint }: Layout): readonly string[] {
  const counts = evidence.counts.map((one) => `${one.name} ${groupDigits(one.count)}`).join(', ');
  const events = evidence.events.length > 0 ? `; such as event ${evidence.events.join(', ')}` : '';
  return [
    ...wrapText(sentence, columns - 2).map((line) => `  ${line}`),
    ...wrapText(`${counts}${events}`, columns - 4).map((line) => `    ${paint.dim(line)}`),
    ...wrapText(`→ ${next}`, columns - 4).map((line) => `    ${line}`),
  ];
}
