import { FINDINGS, type FindingKey } from '../../exploration/findings.ts';
import type { MatrixCell } from '../../exploration/matrix-result.ts';
import { keysOfHits, uniteKeys } from '../../exploration/words/found-keys.ts';
import { listFindings } from '../../exploration/words/list-findings.ts';
import { sayBounds } from '../../exploration/words/say-bounds.ts';
import type { Race } from '../../model/schema.ts';
import { STRATEGY_IDS, type StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { escapeMarkdown, writeTable } from './markdown-text.ts';
import { sayName } from './say-data.ts';
import { writeLegend } from './write-legend.ts';
import { writeStart } from './write-race.ts';
import { type ScheduleStory, writeSchedule } from './write-schedule.ts';

/** A matrix with what there is to tell about it. */
export interface MatrixStory {
  /** The model's name. */
  readonly model: string;
  readonly cells: readonly MatrixCell[];
  /** One case of it told; null where there is none to tell. */
  readonly witness: MatrixWitness | null;
}

export interface MatrixWitness {
  readonly commands: readonly [string, string];
  readonly pattern: string;
  readonly race: Race;
  readonly schedule: ScheduleStory;
}

type Found = readonly (readonly FindingKey[] | null)[];

/** A matrix as Markdown for people: when each pair collides, what each strategy does then, and one case told, with a Mermaid diagram. */
export function writeMatrixMarkdown({ model, cells, witness }: MatrixStory): string {
  const colliding = cells.filter(({ patterns }) => patterns.some(({ collides }) => collides));
  const others = cells.filter((cell) => !colliding.includes(cell));
  const found = cells.flatMap(({ patterns }) => patterns.flatMap(findAll));
  const bounds = cells.flatMap(({ patterns }) => patterns.map((pattern) => pattern.bounds));
  const lines = [
    `# Who gets in whose way: ${sayName(model)}`,
    '',
    'Two commands collide when what one writes changes what the other decides.',
    '',
    ...(cells.length === 0 ? ['No command writes an event, so none can collide.', ''] : []),
    ...writePairs('Pairs that collide', colliding, writeColliding),
    ...writePairs('Pairs that never collide', others, ({ patterns, ...cell }) => [
      [namePair(cell), ...sayAll(unite(patterns.map(findAll)))],
    ]),
    ...(witness === null ? [] : writeWitness(witness)),
    ...writeLegend(listUsed(found, witness)),
    ...(bounds.length === 0 ? [] : [sayMarks(found), '', escapeMarkdown(sayBounds(bounds))]),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function writePairs(
  title: string,
  cells: readonly MatrixCell[],
  write: (cell: MatrixCell) => readonly (readonly string[])[],
): readonly string[] {
  if (cells.length === 0) return [];
  const heads = STRATEGY_IDS.map((strategy) => escapeMarkdown(STRATEGIES[strategy].name));
  return [`## ${title}`, '', ...writeTable(['Commands', ...heads], cells.flatMap(write))];
}

/** A row for the pair, with the words for when it collides, and one for each pattern of it. */
function writeColliding({ patterns, summary, ...cell }: MatrixCell): readonly (readonly string[])[] {
  const all = patterns.map(findAll);
  const when = summary === 'always' ? 'always' : `when ${summary}`;
  return [
    [`${namePair(cell)} ${escapeMarkdown(when)}`, ...sayAll(unite(all))],
    ...patterns.map(({ name }, index) => [`– ${escapeMarkdown(name)}`, ...sayAll(all[index] ?? [])]),
  ];
}

function namePair({ commands }: Pick<MatrixCell, 'commands'>): string {
  return `**${commands.map(sayName).join(' × ')}**`;
}

function findAll({ strategies }: MatrixCell['patterns'][number]): Found {
  return STRATEGY_IDS.map((strategy: StrategyId) => keysOfHits(strategies[strategy]));
}

function unite(found: readonly Found[]): Found {
  return STRATEGY_IDS.map((_, column) => uniteKeys(found.map((row) => row[column] ?? null)));
}

function sayAll(found: Found): readonly string[] {
  return found.map((keys) => {
    if (keys === null) return '–';
    return keys.length === 0 ? '·' : keys.map((key) => FINDINGS[key].mark).join(' ');
  });
}

function listUsed(found: Found, witness: MatrixWitness | null): ReadonlySet<FindingKey> {
  const steps = witness?.schedule.told.steps ?? [];
  return new Set([...found.flatMap((keys) => keys ?? []), ...steps.flatMap(listFindings)]);
}

/** What stands in a table besides the marks. */
function sayMarks(found: Found): string {
  return [
    'Several marks in one place: all of these occur, depending on the past and the schedule.',
    ...(found.some((keys) => keys?.length === 0) ? ['· nothing is written there at all.'] : []),
    ...(found.includes(null) ? ['– it cannot be run there.'] : []),
  ].join(' ');
}

function writeWitness({ commands, pattern, race, schedule }: MatrixWitness): readonly string[] {
  return [
    `## For example: ${commands.map(sayName).join(' × ')}, ${escapeMarkdown(pattern)}`,
    '',
    ...[...writeStart(race), ...writeSchedule(schedule, race, null)].map(deepen),
  ];
}

/** A heading below the one it now stands under. */
function deepen(line: string): string {
  return line.startsWith('##') ? `#${line}` : line;
}
