import type { CompiledModel } from '../../decision/compiled-model.ts';
import { FINDINGS } from '../../exploration/findings.ts';
import type { Hit, MatrixCell, PastStep } from '../../exploration/matrix-result.ts';
import type { Verdict } from '../../exploration/result.ts';
import { tellSchedule } from '../../exploration/tell.ts';
import { whyUnavailable } from '../../exploration/words/found-keys.ts';
import { sayBounds } from '../../exploration/words/say-bounds.ts';
import { nameStep } from '../../interchange/json/name-step.ts';
import { countOf } from '../../lib/format-number.ts';
import { sayData } from '../../lib/say-data.ts';
import type { GivenEvent, IssuedCommand } from '../../model/schema.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import type { Layout } from './layout.ts';
import { nameCell } from './matrix-report.ts';
import { listCommands } from './race-report.ts';
import { layTable } from './table.ts';
import { wrapText } from './wrap-text.ts';

/** A race that shows what was asked for, and where it was found. */
export interface Found {
  readonly commands: readonly [string, string];
  readonly pattern: string;
  readonly hit: Hit;
}

export interface Finding {
  readonly compiled: CompiledModel;
  readonly strategy: StrategyId;
  readonly verdict: Verdict;
  readonly found: readonly Found[];
  readonly cells: readonly MatrixCell[];
}

/** Every race that was found, each with its past, its schedule and the reason; and what was searched. */
export function reportFound(finding: Finding, layout: Layout): readonly string[] {
  const { verdict, found, cells } = finding;
  const { columns, paint } = layout;
  const { mark, color } = FINDINGS[verdict];
  const bounds = cells.flatMap(({ patterns }) => patterns.map((pattern) => pattern.bounds));
  return [
    ...wrapText(sayResult(finding), columns - 2).map(
      (line, index) => `${index === 0 ? paint[color](mark) : ' '} ${paint.bold(line)}`,
    ),
    ...found.flatMap((one) => ['', ...reportHit(one, finding, layout)]),
    '',
    ...(found.length > 0
      ? [paint.dim('--json prints each as a race that can be put under a model’s "races".')]
      : []),
    ...wrapText(sayBounds(bounds), columns).map((line) => paint.dim(line)),
  ];
}

function sayResult({ strategy, verdict, found, cells }: Finding): string {
  const { name, meaning } = FINDINGS[verdict];
  const what = `${name} under ${STRATEGIES[strategy].name}`;
  const unavailable = cells.flatMap(({ patterns }) =>
    patterns.flatMap(({ strategies }) => {
      const hits = strategies[strategy];
      return whyUnavailable(hits) ?? [];
    }),
  );
  if (found.length > 0) return `${capitalise(what)}, ${countOf(found.length, 'case', 'cases')}: ${meaning}`;
  const why = unavailable[0] === undefined ? '' : ` Some pairs cannot be run: ${unavailable[0]}.`;
  return `Not found: ${what}.${why}`;
}

function reportHit({ commands, pattern, hit }: Found, finding: Finding, layout: Layout): readonly string[] {
  const { columns, paint } = layout;
  return [
    `${paint.bold(nameCell({ commands }))}  ${paint.dim(pattern)}`,
    `  ${paint.dim(hit.past.length === 0 ? 'From an empty log' : 'After')}`,
    ...layTable(hit.past.map(listPast), { indent: 4 }),
    `  ${paint.dim('at the same time')}`,
    ...listCommands(hit.race.commands ?? []).map((line) => `  ${line}`),
    `  ${paint.dim('in the order')}`,
    ...wrapText(hit.schedule.map(nameStep).join(', '), columns - 4).map((line) => `    ${line}`),
    ...wrapText(sayReason(hit, finding), columns - 2).map((line) => `  ${line}`),
  ];
}

function listPast(step: PastStep): readonly string[] {
  // Both kinds of steps allow keys of any other name, so `in` does not tell them apart.
  const { command, event, data } = step as Partial<IssuedCommand & GivenEvent>;
  return [command ?? event ?? '', sayData(data)];
}

/** Why the last step of a hit went as it did. */
function sayReason({ race, schedule }: Hit, { compiled, strategy }: Finding): string {
  const commands = schedule.map(({ command }) => command);
  const told = tellSchedule(compiled, race, strategy, commands);
  return 'unavailable' in told ? told.unavailable : (told.steps.at(-1)?.reason ?? '');
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
