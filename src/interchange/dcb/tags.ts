import type { Cel } from './cel.ts';
import { printCel } from './print-cel.ts';
import { type Place, placeIn, type Report } from './report.ts';
import type { JavaScriptScope } from './scope.ts';
import { parseTemplate, translateParts } from './template.ts';

/** Tag templates such as `"course:{data.courseId}"` as expressions by concept; several of one concept become a list. */
export function translateTags(
  templates: readonly string[],
  scope: JavaScriptScope,
  place: Place,
  report: Report,
): { readonly [concept: string]: string } {
  const values = new Map<string, Cel[]>();
  templates.forEach((template, index) => {
    const at = placeIn(place, index);
    const [first, ...rest] = parseTemplate(template);
    const text = first && 'text' in first ? first.text : '';
    const colon = text.indexOf(':');
    const concept = text.slice(0, Math.max(0, colon)).trim();
    if (concept === '' || concept === '__proto__') {
      const message = `“${template}” names no concept: write it as "concept:{value}"; it is left out.`;
      report.add(at, 'error', 'dcb-tag', message);
      return;
    }
    const prefix = text.slice(colon + 1);
    const value = translateParts([...(prefix === '' ? [] : [{ text: prefix }]), ...rest], scope, at, report);
    if (value === undefined) return;
    const known = values.get(concept);
    if (known) known.push(value.cel);
    else values.set(concept, [value.cel]);
  });
  return Object.fromEntries([...values].map(([concept, cels]) => [concept, printCel(oneOrList(cels))]));
}

function oneOrList(items: readonly Cel[]): Cel {
  const [only, ...others] = items;
  return only !== undefined && others.length === 0 ? only : { kind: 'list', items };
}
