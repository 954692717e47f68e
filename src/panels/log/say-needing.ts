import type { Needing, Relation, Standing } from './find-needing.ts';

/** What each standing means for who writes, in words that need no other word explained first. */
export const STANDINGS: Readonly<Record<Standing, string>> = {
  caught: 'guarded: a new one stops the write',
  open: 'not guarded: a new one can slip through',
  relaxed: 'relaxed: a new one is let through on purpose',
  extra: 'guarded but not needed: a new one can stop it for nothing',
};

/** Under which circumstances: `course c1`, `student s1 and course c1`; null when always. */
export function sayCircumstance({ tags }: Relation): string | null {
  if (tags.length === 0) return null;
  const concepts = new Set(tags.map(conceptOf));
  // Of several instances of one concept any will do.
  const each = [...concepts].map((concept) => tags.filter((tag) => conceptOf(tag) === concept));
  return each.map((own) => own.map((tag) => tag.replace(':', ' ')).join(' or ')).join(' and ');
}

/** One line for a row of the log: `SubscribeStudent needs it for course c1 (CourseHasFreeSeat)`. */
export function sayNeeding({ command, relations, standing }: Needing): string {
  const needed = relations.filter((relation) => relation.standing !== 'extra');
  if (needed.length === 0) return `${command} does not need it, but may be stopped by it`;
  const each = needed.map((relation) => {
    const circumstance = sayCircumstance(relation);
    const constraints = relation.constraints.join(', ');
    return `${circumstance === null ? 'always' : `for ${circumstance}`} (${constraints})`;
  });
  return `${command} needs it ${each.join(' and ')}; ${STANDINGS[standing]}`;
}

function conceptOf(tag: string): string {
  return tag.slice(0, tag.indexOf(':'));
}
