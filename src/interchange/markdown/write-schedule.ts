import { FINDINGS } from '../../exploration/findings.ts';
import type { Exploration, LogEntry, ToldSchedule, ToldStep, WitnessKey } from '../../exploration/result.ts';
import { listFindings } from '../../exploration/words/list-findings.ts';
import { sayEnding, sayHowCommon } from '../../exploration/words/say-ending.ts';
import { sayShown } from '../../exploration/words/say-shown.ts';
import { sayData } from '../../lib/say-data.ts';
import type { Race } from '../../model/schema.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { escapeMarkdown, writeCode, writeTable } from './markdown-text.ts';
import { sayName } from './say-data.ts';
import { writeSequence } from './write-sequence.ts';

/** One schedule of a race, and what it is told for. */
export interface ScheduleStory {
  readonly strategy: StrategyId;
  /** What it is a shortest way to; null for any other schedule. */
  readonly shows: WitnessKey | null;
  readonly told: ToldSchedule;
}

/** A schedule told step by step: a Mermaid diagram, a numbered sentence for each step, and the log it leaves. */
export function writeSchedule(
  { strategy, shows, told }: ScheduleStory,
  { commands = [] }: Race,
  exploration: Exploration | null,
): readonly string[] {
  const { name, summary } = STRATEGIES[strategy];
  const ending = sayEnding({ told });
  return [
    `## One schedule under ${escapeMarkdown(name)}`,
    '',
    escapeMarkdown(summary),
    '',
    ...(shows === null ? [] : [sayWhy(shows, exploration), '']),
    ...writeSequence(told, commands),
    ...told.steps.map(sayStep),
    '',
    ...(ending === '' ? [] : [sayInside(ending), '']),
    '### The log then',
    '',
    ...writeLog(told.log),
  ];
}

function sayWhy(shows: WitnessKey, exploration: Exploration | null): string {
  const { mark, text } = sayShown(shows);
  const common = exploration === null ? '' : ` ${sayHowCommon({ shows, exploration })}`;
  return `${mark} **${escapeMarkdown(text)}**${escapeMarkdown(common) && ` ${escapeMarkdown(common)}`}`;
}

function sayStep(step: ToldStep, index: number): string {
  const { command, step: kind, stream, attempt, reason } = step;
  const where = stream === undefined ? '' : `, stream ${writeCode(stream)}`;
  const again = attempt > 1 ? `, attempt ${attempt}` : '';
  const findings = listFindings(step).map((key) => ` ${FINDINGS[key].mark} ${FINDINGS[key].name}`);
  const told = findings.length === 0 ? '' : `:${findings.join(',')}`;
  return `${index + 1}. **#${command + 1} ${kind}${where}${again}${told}.** ${sayInside(reason)}`;
}

/** A sentence within a line, where a number sign at its start means nothing. */
function sayInside(text: string): string {
  return escapeMarkdown(text).replace(/^\\#/, '#');
}

function writeLog(log: readonly LogEntry[]): readonly string[] {
  const rows = log.map(({ position, type, data, tags, by }) => [
    String(position),
    sayName(type),
    escapeMarkdown(sayData(data)),
    escapeMarkdown(tags.join(' ')),
    by === null ? 'before' : `#${by + 1}`,
  ]);
  if (rows.length === 0) return ['Empty.', ''];
  return writeTable(['Position', 'Event', 'Data', 'Tags', 'Written by'], rows);
}
