import {
  isDoom,
  type Misfit,
  type MisfitCause,
  type ReplayReport,
} from '../../history/replay/replay-report.ts';
import { MISFIT_NAMES } from '../../history/replay/say-misfit.ts';
import { countOf } from '../../lib/format-number.ts';
import type { Layout } from './layout.ts';
import type { Paint } from './paint.ts';
import { wrapText } from './wrap-text.ts';

const MOST_CAUSES = 20;

/** What came of a replay, the event of doom first. */
export function reportReplay(report: ReplayReport, { columns, paint }: Layout): readonly string[] {
  const { events, doomed, warned, folded, doom, causes } = report;
  const all = countOf(events, 'event', 'events');
  const lines: string[] = [
    doom === null
      ? `${paint.bold('Replay')}  ${events === 1 ? 'The one event fits' : `All ${all} fit`}.`
      : `${paint.bold('Replay')}  ${doomed} of ${all} no longer ${doomed === 1 ? 'fits' : 'fit'}.`,
  ];
  if (doom !== null) lines.push('', `${paint.red('Event of doom')}`, ...sayMisfit(doom, columns));
  const shown = causes.slice(0, MOST_CAUSES);
  if (shown.length > 0) lines.push('', paint.bold('By cause'));
  for (const cause of shown) lines.push(...sayCause(cause, columns, paint));
  if (causes.length > shown.length) lines.push(`  … and ${causes.length - shown.length} more`);
  const warnings = warned > 0 ? `; ${countOf(warned, 'event', 'events')} would carry other tags` : '';
  lines.push('', paint.dim(`${countOf(folded, 'value', 'values')} folded${warnings}.`));
  return lines;
}

function sayMisfit({ position, id, type, at, expression, subject, reason }: Misfit, columns: number) {
  return [
    `  ${position}  ${type}  ${id}`,
    ...wrapText(`${reason}.`.replace(/([.?])\.$/, '$1'), columns - 2).map((line) => `  ${line}`),
    `  at ${at}${expression === '' ? '' : `: ${expression}`}`,
    ...(subject === '' ? [] : [`  folding ${subject}`]),
  ];
}

function sayCause(cause: MisfitCause, columns: number, paint: Paint): readonly string[] {
  const { kind, at, expression, count, first } = cause;
  const mark = isDoom(cause) ? paint.red('✗') : paint.yellow('△');
  const where = kind === 'unknown-type' ? first.type : `${at}${expression === '' ? '' : `: ${expression}`}`;
  const text = `${count}× ${MISFIT_NAMES[kind]}, first at ${first.position}: ${where}`;
  return wrapText(text, columns - 4).map((line, row) => (row === 0 ? `  ${mark} ${line}` : `    ${line}`));
}
