import type { ToldProjection, ToldStep } from '../../exploration/result.ts';
import { sayValue } from '../../lib/say-data.ts';
import type { Layout } from './layout.ts';
import { layTable } from './table.ts';

const LONGEST_VALUE = 40;

/** What a command decided on: each value when it read and now, with what changed marked. */
export function drawProjections(
  { projections = [], readAt = 0, head }: ToldStep,
  { paint }: Layout,
): readonly string[] {
  if (projections.length === 0) return [];
  const heads = ['', '', '', `read at ${readAt}`, `now at ${head}`, ''];
  const rows = projections.map((projection, index) => {
    const { constraint, item, atRead, now } = projection;
    const isNew = projections[index - 1]?.constraint !== constraint;
    const changed = isChanged(projection);
    return [
      isNew ? constraint : '',
      changed ? paint.bold(projection.projection) : projection.projection,
      paint.dim(item.tags.join(' ')),
      shorten(sayValue(atRead)),
      changed ? paint.bold(shorten(sayValue(now))) : shorten(sayValue(now)),
      changed ? paint.yellow('◀ changed') : '',
    ];
  });
  const aligns = ['left', 'left', 'left', 'right', 'right', 'left'] as const;
  return ['', ...layTable([heads.map((head) => paint.dim(head)), ...rows], { aligns, indent: 4 })];
}

function isChanged({ atRead, now }: ToldProjection): boolean {
  return JSON.stringify(atRead) !== JSON.stringify(now);
}

function shorten(text: string): string {
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text;
}
