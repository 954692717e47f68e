import type { CheckedRace, StrategyResult } from '../../exploration/checked-race.ts';
import { FINDINGS, type FindingKey, findingsOf } from '../../exploration/findings.ts';
import { listFindings } from '../../exploration/words/list-findings.ts';
import { rowsOf } from '../../exploration/words/race-rows.ts';
import { sayAttempts } from '../../exploration/words/say-attempts.ts';
import type { Race } from '../../model/schema.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { escapeMarkdown, writeTable } from './markdown-text.ts';
import { sayData, sayDescription, sayName } from './say-data.ts';
import { writeLegend } from './write-legend.ts';
import { type ScheduleStory, writeSchedule } from './write-schedule.ts';

/** A race with everything there is to tell about it. */
export interface RaceStory extends CheckedRace {
  /** The model's name. */
  readonly model: string;
  /** One schedule of it; null where none can be told. */
  readonly schedule: ScheduleStory | null;
}

/** A race as Markdown for people: what is raced, what happens under each strategy, and one schedule told, with a Mermaid diagram. Names and texts show as they are, whatever is in them. */
export function writeRaceMarkdown(story: RaceStory): string {
  const { model, race, results, schedule } = story;
  const lines = [
    `# ${sayName(race.name)}`,
    '',
    `A race of the model ${sayName(model)}.`,
    '',
    ...sayDescription(race.description),
    ...writeStart(race),
    ...writeResults(results),
    ...(schedule === null ? [] : writeSchedule(schedule, race, findExploration(story))),
    ...writeLegend(listUsed(story)),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Before and at the same time: what a race starts from. */
export function writeStart(race: Race): readonly string[] {
  const { given = [], commands = [] } = race;
  const happened = given.map(({ event, data }, index) => `${index + 1}. ${join(event, sayData(data))}`);
  const raced = commands.map(({ command, data }, index) => `- #${index + 1} ${join(command, sayData(data))}`);
  return [
    '## Before',
    '',
    ...(happened.length === 0 ? ['Nothing happened yet.'] : happened),
    '',
    '## At the same time',
    '',
    ...(raced.length === 0 ? ['No command runs.'] : raced),
    '',
    sayAttempts(race),
    '',
  ];
}

/** What happens over all schedules, a row for each strategy. */
function writeResults(results: readonly StrategyResult[]): readonly string[] {
  if (results.length === 0) return [];
  return [
    '## What happens',
    '',
    'A schedule is one order in which the steps of the commands can happen. Share is how many of all schedules; by chance is how likely it is when each next step is picked blindly.',
    '',
    ...writeTable(['Strategy', 'What happens', 'Share', 'By chance'], results.map(sayResult)),
  ];
}

function sayResult({ strategy, result }: StrategyResult): readonly string[] {
  const name = escapeMarkdown(STRATEGIES[strategy].name);
  if ('unavailable' in result) return [name, `cannot be run: ${escapeMarkdown(result.unavailable)}`, '', ''];
  const rows = rowsOf(result);
  const cell = (texts: readonly string[]) => texts.map(escapeMarkdown).join('<br>');
  const happens = rows.map(({ finding, count, unit, does }) => {
    const mark = finding === null ? '' : `${FINDINGS[finding].mark} `;
    return `${mark}${count} ${unit} ${does}`;
  });
  return [name, cell(happens), cell(rows.map(({ share }) => share)), cell(rows.map(({ chance }) => chance))];
}

function findExploration({ results, schedule }: RaceStory) {
  const result = results.find(({ strategy }) => strategy === schedule?.strategy)?.result;
  return result === undefined || 'unavailable' in result ? null : result;
}

function listUsed({ results, schedule }: RaceStory): ReadonlySet<FindingKey> {
  return new Set([
    ...results.flatMap(({ result }) => ('unavailable' in result ? [] : findingsOf(result))),
    ...(schedule?.told.steps ?? []).flatMap(listFindings),
  ]);
}

function join(name: string, data: string): string {
  return data === '' ? `**${sayName(name)}**` : `**${sayName(name)}** ${data}`;
}
