import type { Insights } from '../../../history/insights/insight.ts';
import { countOf } from '../../../lib/format-number.ts';

/** How much was found, in a sentence. */
export function sayInsights({ events, insights }: Insights): string {
  const where = `${countOf(events, 'event', 'events')}`;
  if (insights.length === 0) {
    return `Nothing in ${where} stands out from what chance would show. A longer log may tell more.`;
  }
  return `${countOf(insights.length, 'thing stands', 'things stand')} out in ${where}.`;
}
