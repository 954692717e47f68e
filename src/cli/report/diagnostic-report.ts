import { countOf } from '../../lib/format-number.ts';
import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import type { Diagnostic, Severity } from '../../model/diagnostic.ts';
import { parsePointer } from '../../model/pointer.ts';
import type { Layout } from './layout.ts';
import { wrapText } from './wrap-text.ts';

const MARKS: { readonly [S in Severity]: { mark: string; color: 'red' | 'yellow' | 'blue' } } = {
  error: { mark: '✗', color: 'red' },
  warning: { mark: '!', color: 'yellow' },
  info: { mark: '·', color: 'blue' },
};
const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

interface Options extends Layout {
  readonly document: JsonObject | null;
  /** Whether notes are shown one by one, and not only counted. */
  readonly notes: boolean;
}

/** Findings about a file for people: the worst first, each with its place and the expression it is about. */
export function reportDiagnostics(diagnostics: readonly Diagnostic[], options: Options): readonly string[] {
  const shown = ORDER.filter((severity) => options.notes || severity !== 'info').flatMap((severity) =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity),
  );
  const hidden = options.notes ? 0 : diagnostics.filter(({ severity }) => severity === 'info').length;
  const hint =
    hidden > 0 ? [`  ${options.paint.dim(`${countOf(hidden, 'note', 'notes')} (--notes shows them)`)}`] : [];
  return [...shown.flatMap((diagnostic) => reportDiagnostic(diagnostic, options)), ...hint];
}

function reportDiagnostic(diagnostic: Diagnostic, { document, columns, paint }: Options): readonly string[] {
  const { code, severity, at, message, position } = diagnostic;
  const { mark, color } = MARKS[severity];
  const place = position ? `line ${position.line}, column ${position.column}` : at;
  return [
    `  ${paint[color](mark)} ${paint.bold(code)}  ${paint.dim(place)}`,
    ...wrapText(message, columns - 4).map((line) => `    ${line}`),
    ...quoteExpression(diagnostic, document, columns).map((line) => `      ${paint.dim(line)}`),
  ];
}

/** The expression a finding is about, with what is meant underlined, where it fits on a line. */
function quoteExpression(
  { at, range }: Diagnostic,
  document: JsonObject | null,
  columns: number,
): readonly string[] {
  const expression = range && lookUp(document, at);
  if (typeof expression !== 'string' || expression.length > columns - 6 || /[\p{Cc}]/u.test(expression))
    return [];
  const { start, end } = range ?? { start: 0, end: 0 };
  return [expression, ' '.repeat(start) + '^'.repeat(Math.max(1, Math.min(end, expression.length) - start))];
}

function lookUp(document: Json, at: string): Json | undefined {
  let value: Json | undefined = document;
  for (const key of parsePointer(at)) {
    if (Array.isArray(value)) value = value[Number(key)];
    else value = isJsonObject(value) ? getOwn(value, key) : undefined;
  }
  return value;
}
