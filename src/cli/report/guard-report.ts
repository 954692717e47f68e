import type { QueryItem } from '../../decision/query.ts';
import type { LogEntry, ToldGuard, ToldStep } from '../../exploration/result.ts';
import type { Layout } from './layout.ts';
import { layTable } from './table.ts';
import { wrapText } from './wrap-text.ts';

/** What the guard of an append watches, what is new there, and what is new elsewhere although the decision needs it. */
export function drawGuard(
  { guard, inGuard = [], inBoundary = [] }: ToldStep,
  log: readonly LogEntry[],
  { columns, paint }: Layout,
): readonly string[] {
  const overlooked = inBoundary.filter((position) => !inGuard.includes(position));
  const watched = sayGuard(guard);
  const rows: readonly { readonly label: string; readonly text: readonly string[] }[] = [
    { label: 'The guard watches', text: watched.length === 0 ? ['nothing'] : watched },
    {
      label: 'New there',
      text: watched.length > 0 && inGuard.length === 0 ? ['nothing'] : sayEvents(inGuard, log),
    },
    { label: 'New, needed, not watched', text: sayEvents(overlooked, log) },
  ].filter(({ text }) => text.length > 0);
  const room = columns - 32;
  return layTable(
    rows.map(({ label, text }) => [
      paint.dim(label),
      text.map((line) => wrapText(line, room).join('\n')).join('\n'),
    ]),
    { indent: 4 },
  );
}

function sayGuard(guard: ToldGuard | undefined): readonly string[] {
  switch (guard?.kind) {
    case 'log':
      return ['the whole log'];
    case 'streams':
      return guard.streams.map((stream) => `stream ${stream}`);
    case 'query':
      return guard.query.items.map(sayItem);
    default:
      return [];
  }
}

function sayItem({ types, tags }: QueryItem): string {
  return `${types.join(' or ')} ${tags.length === 0 ? 'with any tags' : `with ${tags.join(' and ')}`}`;
}

function sayEvents(positions: readonly number[], log: readonly LogEntry[]): readonly string[] {
  return positions.map((position) => `${log[position - 1]?.type ?? 'an event'} at position ${position}`);
}
