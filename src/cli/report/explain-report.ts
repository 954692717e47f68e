import type { Explained } from '../../exploration/explained.ts';
import { FINDINGS } from '../../exploration/findings.ts';
import type { LogEntry, ToldStep } from '../../exploration/result.ts';
import { sayEnding, sayHowCommon } from '../../exploration/words/say-ending.ts';
import { sayShown } from '../../exploration/words/say-shown.ts';
import { nameStep } from '../../interchange/json/name-step.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { drawGuard } from './guard-report.ts';
import type { Layout } from './layout.ts';
import { drawGrowth, drawLog } from './log-report.ts';
import type { Paint } from './paint.ts';
import { drawProjections } from './projection-report.ts';
import { listCommands } from './race-report.ts';
import { wrapText } from './wrap-text.ts';

/** A schedule told step by step: what was there, what each command saw, what the guard did, and what that leaves. */
export function reportSchedule(explained: Explained, layout: Layout): readonly string[] {
  const { race, told } = explained;
  const { paint } = layout;
  const given = told.log.filter(({ by }) => by === null);
  return [
    ...drawHeader(explained, layout),
    '',
    paint.bold('The log before'),
    ...drawLog(given, layout),
    '',
    paint.bold('At the same time'),
    ...listCommands(race.commands ?? [], told.joined),
    ...told.steps.flatMap((step, index) => ['', ...drawStep(step, index, told.log, layout)]),
    '',
    paint.bold('The log now'),
    ...drawGrowth(told.log, layout),
    '',
    ...wrapText(sayEnding(explained), layout.columns),
  ];
}

function drawHeader(explained: Explained, { columns, paint }: Layout): readonly string[] {
  const { race, strategy, shows } = explained;
  const { name, summary } = STRATEGIES[strategy];
  const { mark, color, text } = sayShown(shows);
  return [
    `${paint.bold(race.name)}  ${paint.dim('under')}  ${paint.bold(name)}`,
    ...wrapText(summary, columns).map((line) => paint.dim(line)),
    '',
    ...wrapText(text, columns - 2).map((line, index) => `${index === 0 ? paint[color](mark) : ' '} ${line}`),
    ...wrapText(sayHowCommon(explained), columns - 2).map((line) => `  ${line}`),
  ];
}

function drawStep(
  step: ToldStep,
  index: number,
  log: readonly LogEntry[],
  layout: Layout,
): readonly string[] {
  const { columns, paint } = layout;
  const where = step.stream === undefined ? '' : paint.dim(`  stream ${step.stream}`);
  const attempt = step.attempt > 1 ? paint.dim(`  attempt ${step.attempt}`) : '';
  return [
    `${paint.dim(`Step ${index + 1}`)}  ${paint.bold(nameStep(step))}${where}${attempt}${drawVerdict(step, paint)}`,
    ...wrapText(step.reason, columns - 2).map((line) => `  ${line}`),
    ...(step.step === 'append' ? drawAppend(step, log, layout) : []),
  ];
}

function drawVerdict({ verdict, violation, outcome }: ToldStep, paint: Paint): string {
  const keys = [
    ...(verdict === undefined ? [] : [verdict]),
    ...(violation === true ? (['violation'] as const) : []),
    ...(outcome === 'partial' || outcome === 'error' ? [outcome] : []),
  ];
  return keys
    .map((key) => `  ${paint[FINDINGS[key].color](`${FINDINGS[key].mark} ${FINDINGS[key].name}`)}`)
    .join('');
}

/** What the guard looked at and what had changed, where anything was appended since the read. */
function drawAppend(step: ToldStep, log: readonly LogEntry[], layout: Layout): readonly string[] {
  if (step.readAt === step.head) return [];
  return ['', ...drawGuard(step, log, layout), ...drawProjections(step, layout)];
}
