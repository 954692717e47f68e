import type { LogEntry } from '../../exploration/result.ts';
import { sayData } from '../../lib/say-data.ts';
import type { Layout } from './layout.ts';
import { layTable } from './table.ts';

/** The log as it ends: what was there before in one line, then what the race wrote. */
export function drawGrowth(log: readonly LogEntry[], layout: Layout): readonly string[] {
  const written = log.filter(({ by }) => by !== null);
  const before = log.length - written.length;
  const nothingNew = written.length === 0 ? 'nothing was written: it is as before' : '';
  const asBefore = before === 0 ? '' : `${before === 1 ? '1' : `1–${before}`} as before`;
  const first = nothingNew || asBefore;
  return [
    ...(first === '' ? [] : [`  ${layout.paint.dim(first)}`]),
    ...(nothingNew ? [] : drawLog(written, layout)),
  ];
}

/** Events by position with their tags and who wrote them; what the race wrote stands out. */
export function drawLog(log: readonly LogEntry[], { paint }: Layout): readonly string[] {
  if (log.length === 0) return [`  ${paint.dim('empty')}`];
  return layTable(
    log.map(({ position, type, data, tags, by }) => [
      String(position),
      by === null ? type : paint.bold(type),
      sayData(data),
      paint.dim(tags.join(' ')),
      by === null ? '' : `by #${by + 1}`,
    ]),
    { aligns: ['right'] },
  );
}
