import type { BoundaryPart, BoundaryReport } from '../../strategies/report-boundary.ts';
import { groupByKind } from './boundary-kinds.ts';

/** What the outlines mean, for somebody who sees them for the first time. */
export function explainBoundary({ command, parts, guard }: BoundaryReport): string {
  return parts.some(({ needed }) => needed)
    ? `To decide, ${command} needs these events. ${GUARDS[guard.kind]}`
    : `${command} decides without past events. ${GUARDS[guard.kind]}`;
}

const STOPPED = 'Guarded: if a new one turns up before it writes, the write is stopped.';

const GUARDS: Readonly<Record<BoundaryReport['guard']['kind'], string>> = {
  none: 'Nothing is guarded: whatever turns up before it writes, the write goes through.',
  log: 'Everything is guarded: if any event at all turns up before it writes, the write is stopped.',
  streams: STOPPED,
  query: STOPPED,
  locks: 'Locked: from before it reads until it has written, whoever asks for the same lock waits.',
};

/**
 * How many needs there are, and how many of each kind, so that they add up: “5 needs: 3 guarded, 2 not guarded.
 * StudentSubscribed is 2 of them.” Null where there are none.
 */
export function countNeeds(report: BoundaryReport): string | null {
  const { kept, open, relaxed } = groupByKind(report);
  const all = kept.length + open.length + relaxed.length;
  if (all === 0) return null;
  const held = report.guard.kind === 'locks' ? 'locked' : 'guarded';
  const kinds = [
    [kept.length, held],
    [open.length, `not ${held}`],
    [relaxed.length, 'relaxed'],
  ] as const;
  const counts = kinds.filter(([count]) => count > 0);
  const said = counts.map(([count, word]) => `${counts.length === 1 && count > 1 ? 'all' : count} ${word}`);
  return `${all} ${all === 1 ? 'need' : 'needs'}: ${said.join(', ')}. ${sayRepeated(report)}`.trimEnd();
}

/** Which event types are needed in more than one way. */
function sayRepeated({ parts }: BoundaryReport): string {
  const counts = new Map<string, number>();
  for (const { event, needed } of parts) if (needed) counts.set(event, (counts.get(event) ?? 0) + 1);
  const repeated = [...counts].filter(([, count]) => count > 1);
  return repeated.map(([event, count]) => `${event} is ${count} of them.`).join(' ');
}

/** Which events of a type a part is about: “same course and student”, “any”. */
export function sayFilter({ concepts }: Pick<BoundaryPart, 'concepts'>): string {
  return concepts.length === 0 ? 'any' : `same ${concepts.join(' and ')}`;
}
