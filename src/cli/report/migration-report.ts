import type { MigrationPreview } from '../../history/migrate/preview-migrations.ts';
import type { RecordChange, StoredRecord } from '../../history/migrate/stored-record.ts';
import { countOf } from '../../lib/format-number.ts';
import { sayData } from '../../lib/say-data.ts';
import type { Layout } from './layout.ts';
import { reportReplay } from './replay-report.ts';
import { wrapText } from './wrap-text.ts';

const MOST_DECISIONS = 5;

/** What the migrations of a model would do to a log. */
export function reportMigrations(preview: MigrationPreview, layout: Layout): readonly string[] {
  const { columns, paint } = layout;
  const { migrations, events, changed, gone, added, troubles, replay, decisions } = preview;
  const lines = [`${paint.bold('Before')}`, ...reportReplay(replay.before, layout), ''];
  for (const { name, touched, samples, onRead } of migrations) {
    lines.push(
      `${paint.bold('Migration')}  ${name}${onRead ? ' (on read)' : ''}: ${countOf(touched, 'event', 'events')}`,
    );
    for (const sample of samples) {
      for (const line of saySample(sample))
        lines.push(...wrapText(line, columns - 4).map((row) => `    ${row}`));
    }
  }
  lines.push(
    '',
    `${events.before} events become ${events.after}: ${changed} changed, ${gone} gone, ${added} added.`,
    ...troubles.map(
      ({ position, type, at, reason }) => `  ${paint.red('✗')} ${position} ${type} at ${at}: ${reason}`,
    ),
    `${countOf(decisions.compared, 'decision', 'decisions')} taken again, ${decisions.changed.length} come out differently.`,
    ...decisions.changed
      .slice(0, MOST_DECISIONS)
      .map(
        ({ position, command, before, after }) => `  ${position} ${command}: ${before.kind} → ${after.kind}`,
      ),
    '',
    `${paint.bold('After')}`,
    ...reportReplay(replay.after, layout),
  );
  return lines;
}

function saySample({ position, before, after }: RecordChange<StoredRecord>): readonly string[] {
  return [
    ...(before === null ? [] : [`${position} − ${sayRecord(before)}`]),
    ...(after === null ? [] : [`${position} + ${sayRecord(after)}`]),
  ];
}

function sayRecord({ type, data, tags, streams = [] }: StoredRecord): string {
  return [type, sayData(data), tags.join(' '), streams.join(' ')].filter(Boolean).join('  ');
}
