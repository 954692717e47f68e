import type { Place, Report } from './report.ts';
import type { JavaScriptScope, Typed } from './scope.ts';
import { translateCondition, translateValue } from './translate-expression.ts';

/** The CEL of a JavaScript expression, or undefined after reporting why there is none; `consequence` says what the import does instead. */
export function translateOrReport(
  source: string,
  scope: JavaScriptScope,
  place: Place,
  report: Report,
  { asCondition = false, consequence = 'it is left out' } = {},
): Typed | undefined {
  const translation = asCondition ? translateCondition(source, scope) : translateValue(source, scope);
  if (translation.ok) return translation;
  const { reason, start, end } = translation;
  const quoted = source.length > 120 ? `${source.slice(0, 117)}…` : source;
  const message = `“${quoted}” cannot be written in CEL (${reason}): ${consequence}.`;
  report.add(place, 'error', 'dcb-untranslatable', message, { range: { start, end } });
  return undefined;
}
