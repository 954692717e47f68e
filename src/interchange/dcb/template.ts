import type { Json } from '../../lib/json.ts';
import { binary, type Cel, literal } from './cel.ts';
import { type Place, placeIn, type Report } from './report.ts';
import type { JavaScriptScope, Typed } from './scope.ts';
import { DYN, STRING } from './shape.ts';
import { toText } from './translate-operators.ts';
import { translateOrReport } from './translate-or-report.ts';

const MOST_PARTS = 40;

/** One piece of a template such as `"course:{data.courseId}"`: literal text, or the expression between braces. */
export type TemplatePart = { readonly text: string } | { readonly expression: string };

/** A template in pieces; a brace without its counterpart is text. */
export function parseTemplate(template: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let from = 0;
  while (from < template.length) {
    const open = template.indexOf('{', from);
    const close = open < 0 ? -1 : template.indexOf('}', open);
    if (close < 0) break;
    if (open > from) parts.push({ text: template.slice(from, open) });
    parts.push({ expression: template.slice(open + 1, close) });
    from = close + 1;
  }
  if (from < template.length) parts.push({ text: template.slice(from) });
  return parts;
}

/** The expressions of all templates in a JSON value. */
export function expressionsIn(json: Json): readonly string[] {
  if (typeof json === 'string') {
    return parseTemplate(json).flatMap((part) => ('expression' in part ? [part.expression] : []));
  }
  return typeof json === 'object' && json !== null ? Object.values(json).flatMap(expressionsIn) : [];
}

/** Pieces of a template as one expression: a lone placeholder keeps its type, anything else is a text. Undefined where a piece was reported. */
export function translateParts(
  parts: readonly TemplatePart[],
  scope: JavaScriptScope,
  place: Place,
  report: Report,
): Typed | undefined {
  if (parts.length > MOST_PARTS) {
    const message = `The template has ${parts.length} parts; at most ${MOST_PARTS} can be translated: it is left out.`;
    report.add(place, 'error', 'dcb-too-large', message);
    return undefined;
  }
  const translated = parts.map((part) =>
    'text' in part
      ? { cel: literal(part.text), shape: STRING }
      : translateOrReport(part.expression, scope, place, report),
  );
  const typed = translated.filter((part) => part !== undefined);
  if (typed.length < translated.length) return undefined;
  const [first, ...rest] = typed;
  if (first === undefined) return { cel: literal(''), shape: STRING };
  if (rest.length === 0) return first;
  const cel = rest.reduce((left, part) => binary('+', left, toText(part)), toText(first));
  return { cel, shape: STRING };
}

/** A JSON value whose texts are templates, as one expression. Undefined where a part was reported. */
export function translateJson(
  json: Json,
  scope: JavaScriptScope,
  place: Place,
  report: Report,
): Typed | undefined {
  if (typeof json === 'string') return translateParts(parseTemplate(json), scope, place, report);
  if (typeof json !== 'object' || json === null) return { cel: literal(json), shape: DYN };
  const entries = Object.entries(json).map(([key, item]) => ({
    key,
    cel: translateJson(item, scope, placeIn(place, key), report)?.cel,
  }));
  const known = entries.filter((entry): entry is { key: string; cel: Cel } => entry.cel !== undefined);
  if (known.length < entries.length) return undefined;
  if (Array.isArray(json)) return { cel: { kind: 'list', items: known.map(({ cel }) => cel) }, shape: DYN };
  return { cel: { kind: 'map', entries: known.map(({ key, cel }) => [key, cel]) }, shape: DYN };
}
