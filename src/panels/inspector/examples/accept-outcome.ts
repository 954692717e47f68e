import type { ExampleReport } from '../../../board/analysis.ts';
import type { JsonObject } from '../../../lib/json.ts';
import { sayJson } from '../../forms/say-json.ts';

/** What came out of an example, as what is expected of it. */
export function acceptOutcome(report: ExampleReport): JsonObject {
  const failed = report.checks.filter(({ holds }) => !holds).map(({ constraint }) => constraint);
  if (failed.length > 0) return { rejected: [...new Set(failed)] };
  const failedToRun = report.events.length === 0 && /\ban error\b/.test(report.message ?? '');
  return failedToRun
    ? { error: true }
    : { events: report.events.map(({ event, data }) => ({ event, data })) };
}

/** What came out, in words. */
export function sayOutcome(report: ExampleReport): string {
  const outcome = acceptOutcome(report);
  if (Array.isArray(outcome['rejected'])) return `rejected by ${outcome['rejected'].join(', ')}`;
  if (outcome['error'] === true) return 'an error';
  if (report.events.length === 0) return 'nothing';
  return report.events.map(({ event, data }) => `${event} ${sayData(data)}`.trim()).join(', ');
}

function sayData(data: JsonObject): string {
  const values = Object.entries(data).map(([field, value]) => `${field} ${sayJson(value)}`);
  return values.length === 0 ? '' : `(${values.join(', ')})`;
}
