import { FINDINGS, type FindingKey } from '../../exploration/findings.ts';
import type { ToldSchedule, ToldStep } from '../../exploration/result.ts';
import { listFindings } from '../../exploration/words/list-findings.ts';
import type { IssuedCommand } from '../../model/schema.ts';
import { escapeLine } from './mermaid-text.ts';

/** More steps than anybody follows in one diagram. */
const MOST_STEPS = 60;

/** Behind steps with something to tell; thin enough for letters of either theme. */
const TINTS: { readonly [K in FindingKey]?: string } = {
  missedConflict: '191, 44, 21',
  violation: '191, 44, 21',
  partial: '191, 44, 21',
  error: '191, 44, 21',
  conflict: '32, 95, 158',
  falseConflict: '138, 86, 0',
  tolerated: '116, 80, 126',
};

/** A schedule as a Mermaid sequence diagram in a fenced block: a lane for each command, and the log between the first two. */
export function writeSequence(
  { steps, log }: ToldSchedule,
  commands: readonly IssuedCommand[],
): readonly string[] {
  if (steps.length === 0) return [];
  const given = log.filter(({ by }) => by === null).length;
  const before = given === 0 ? 'empty' : given === 1 ? 'one event so far' : `${given} events so far`;
  const shown = steps.slice(0, MOST_STEPS);
  const more = steps.length - shown.length;
  return [
    '```mermaid',
    'sequenceDiagram',
    ...listLanes(commands),
    `  Note over log: ${before}`,
    ...shown.flatMap((step, index) => writeStep(step, index)),
    '```',
    '',
    ...(more > 0 ? [`The diagram ends after ${MOST_STEPS} steps; ${more} more follow.`, ''] : []),
  ];
}

function listLanes(commands: readonly IssuedCommand[]): readonly string[] {
  const lanes = commands.map(
    ({ command }, index) => `  participant c${index + 1} as ${escapeLine(`#${index + 1} ${command}`)}`,
  );
  return [...lanes.slice(0, 1), '  participant log as Log', ...lanes.slice(1)];
}

function writeStep(step: ToldStep, index: number): readonly string[] {
  const own = listMessages(step, `${index + 1}. `);
  const findings = listFindings(step);
  const [worst] = findings;
  const tint = worst && TINTS[worst];
  if (worst === undefined) return own;
  const said = findings.map((key) => `${FINDINGS[key].mark} ${FINDINGS[key].name}`).join(', ');
  const lines = [...own, `  Note over ${laneOf(step)}: ${escapeLine(said)}`];
  return tint === undefined
    ? lines
    : [`  rect rgba(${tint}, 0.12)`, ...lines.map((line) => `  ${line}`), '  end'];
}

function laneOf({ command }: ToldStep): string {
  return `c${command + 1}`;
}

function listMessages(step: ToldStep, number: string): readonly string[] {
  const lane = laneOf(step);
  const ask = (text: string) => `  ${lane}->>log: ${escapeLine(number + text)}`;
  const answer = (text: string) => `  log-->>${lane}: ${escapeLine(text)}`;
  switch (step.step) {
    case 'acquire':
      return [ask(sayAcquire(step)), answer(sayGrant(step))];
    case 'read':
      return [ask(`read ${sayStream(step, 'of')}`), answer(saySeen(step))];
    case 'append': {
      const text = `append ${sayTypes(step)} ${sayStream(step, 'to')}`;
      if (step.wrote === undefined || step.wrote.length === 0) {
        return [`  ${lane}-xlog: ${escapeLine(number + text)}`];
      }
      return [ask(text), `  Note over log: ${escapeLine(`position ${step.wrote.join(', ')}`)}`];
    }
  }
}

function sayAcquire({ keys = [] }: ToldStep): string {
  if (keys.length === 0) return 'ask for no lock';
  return keys.includes('*') ? 'ask for the lock on the log' : `ask for the lock on ${keys.join(' and ')}`;
}

function sayGrant({ waitsFor = [] }: ToldStep): string {
  return waitsFor.length === 0
    ? 'goes on'
    : `waits for ${waitsFor.map((other) => `#${other + 1}`).join(' and ')}`;
}

function saySeen({ checks = [], decision, head }: ToldStep): string {
  const seen = [...new Set(checks.flatMap(({ atRead }) => atRead ?? []))].join(', ');
  const saw = seen === '' ? `position ${head}` : seen;
  return decision?.kind === 'rejected' ? `${saw} (rejected)` : saw;
}

function sayTypes({ decision, toAppend }: ToldStep): string {
  const events = toAppend ?? (decision?.kind === 'accepted' ? decision.events : []);
  return events.map(({ type }) => type).join(', ');
}

function sayStream({ stream }: ToldStep, word: string): string {
  return stream === undefined ? '' : `${word} stream ${stream}`;
}
