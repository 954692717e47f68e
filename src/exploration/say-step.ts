import type { Decision } from '../decision/decision.ts';
import { sayData } from '../lib/say-data.ts';
import type { LogEntry, ToldCheck, ToldProjection, ToldStep } from './result.ts';

type Told = Omit<ToldStep, 'reason'>;

/** Why a step went as it did, in plain sentences and the model's own words. `after`: the checks once the step's own events count too. */
export function sayStep(step: Told, log: readonly LogEntry[], after: readonly ToldCheck[]): string {
  if (step.step === 'acquire') return sayAcquire(step);
  return step.step === 'read' ? sayRead(step) : sayAppend(step, log, after);
}

function sayAcquire({ command, keys = [], waitsFor = [] }: Told): string {
  const who = name(command);
  if (keys.length === 0) return `${who} checks nothing that a lock could protect, so it takes none.`;
  const what = keys.includes('*') ? 'the lock on the whole log' : `the lock on ${list(keys)}`;
  if (waitsFor.length === 0) return `${who} asks for ${what} and gets it.`;
  return `${who} asks for ${what} and has to wait for ${list(waitsFor.map(name))}.`;
}

function sayRead(step: Told): string {
  const { command, head, verdict } = step;
  const where = head === 0 ? 'the empty log' : `the log up to position ${head}`;
  const seen = list(sayRules(step.checks ?? [], 'atRead'));
  const read = `${name(command)} reads ${where}${seen ? ` and sees ${seen}` : ''}.`;
  return [read, sayPlan(step), verdict ? sayWait(verdict) : ''].filter(Boolean).join(' ');
}

function sayWait(verdict: NonNullable<Told['verdict']>): string {
  return verdict === 'neededWait'
    ? 'The wait was needed: it decides otherwise than when it asked.'
    : 'The wait was not needed: it decides as it would have when it asked.';
}

function sayPlan({ decision, outcome, stream, toAppend = [], checks = [] }: Told): string {
  switch (decision?.kind) {
    case 'accepted':
      if (toAppend.length === 0) return 'It is accepted, with nothing to append.';
      return `It will append ${sayEvents(toAppend)}${stream ? ` to stream ${stream}` : ''}.`;
    case 'rejected': {
      const ends = outcome === 'partial' ? ' What it wrote before stays, and is not completed.' : '';
      return `It is rejected by ${sayBroken(decision.constraints, checks, false)}.${ends}`;
    }
    case 'error':
      return `It cannot decide: ${decision.failure.message} in "${decision.failure.expression}".`;
    default:
      return '';
  }
}

/** Constraints by name, each in its own words, or with its rule where it has none. */
function sayBroken(constraints: readonly string[], checks: readonly ToldCheck[], withRules: boolean): string {
  const broken = checks.filter(
    ({ constraint, holdsNow }) => holdsNow !== true && constraints.includes(constraint),
  );
  const quoted = constraints.map((constraint) => {
    const message = broken.find((check) => check.constraint === constraint)?.message;
    return message ? `${constraint} (“${message}”)` : constraint;
  });
  const bare = broken.filter(({ message }) => !message);
  return `${list(quoted)}${withRules ? inBrackets(sayRules(bare, 'now')) : ''}`;
}

/** Constraints that no longer hold with what was written, and how that looks in their own words or by their rules. */
function sayBrokenNow(constraints: readonly string[], after: readonly ToldCheck[]): string {
  const broken = after.filter(
    ({ constraint, holdsNow }) => holdsNow !== true && constraints.includes(constraint),
  );
  const words = broken.flatMap(({ message, now }) => (message ? `“${message}”` : (now ?? [])));
  return `${list(constraints)} ${constraints.length > 1 ? 'are' : 'is'} now broken${inBrackets([...new Set(words)])}`;
}

function sayAppend(step: Told, log: readonly LogEntry[], after: readonly ToldCheck[]): string {
  const { command, readAt = 0, head } = step;
  if (readAt === head) {
    return `Nothing was appended since ${name(command)} read at position ${readAt}: the append goes through, and what it decided still holds.`;
  }
  return [saySeen(step), sayBetween(step, log), `${sayGuard(step, log)}${sayResult(step, after)}`].join(' ');
}

/** What the command had seen of what has changed; of everything, when nothing has. */
function saySeen({ command, readAt = 0, checks = [], projections = [] }: Told): string {
  const changed = checks.filter(({ atRead, now }) => atRead !== now);
  const told = sayRules(changed.length > 0 ? changed : checks, 'atRead');
  const values = projections.filter(isChanged).map((one) => sayValue(one, 'atRead'));
  return `${name(command)} read ${list(told.length > 0 ? told : values) || 'nothing it depends on'} at position ${readAt}.`;
}

/** Who wrote what since the read, as far as it matters to the guard or the decision. */
function sayBetween({ inGuard = [], inBoundary = [] }: Told, log: readonly LogEntry[]): string {
  const matters = [...new Set([...inGuard, ...inBoundary])].sort((a, b) => a - b);
  if (matters.length === 0) return 'What was appended since does not concern it.';
  const told = matters.slice(0, 3).map((position) => {
    const { by = null, type = '', tags = [] } = log[position - 1] ?? {};
    const who = by === null ? '' : `${name(by)} `;
    return `at position ${position} ${who}appended ${type}${tags.length > 0 ? ` (${tags.join(', ')})` : ''}`;
  });
  return `${capitalise(list([...told, ...(matters.length > 3 ? [`${matters.length - 3} more`] : [])]))}.`;
}

function sayGuard({ guard, inGuard = [], inBoundary = [], verdict }: Told, log: readonly LogEntry[]): string {
  const stopped = verdict === 'conflict' || verdict === 'falseConflict';
  const result = stopped ? 'so the append was stopped' : 'so the append went through';
  switch (guard?.kind) {
    case 'log':
      return `The log had ${stopped ? '' : 'not '}grown, ${result}`;
    case 'streams': {
      const grown = guard.streams.filter((stream) =>
        inGuard.some((position) => log[position - 1]?.streams.includes(stream)),
      );
      const subject = grown.length > 0 ? grown : guard.streams;
      return `Stream${subject.length > 1 ? 's' : ''} ${list(subject)} had ${stopped ? '' : 'not '}grown, ${result}`;
    }
    case 'query':
      if (guard.query.items.length === 0) return 'It guards nothing, so the append went through';
      if (!stopped) return `Nothing new lies inside what it guards, ${result}`;
      return `${sayPlace(inGuard, inBoundary)} inside its boundary, ${result}`;
    default:
      return 'Nothing is checked at the append, so it went through';
  }
}

/** What lies inside: all that was just told, or only some of it, by position. */
function sayPlace(inGuard: readonly number[], inBoundary: readonly number[]): string {
  const isAll = inBoundary.every((position) => inGuard.includes(position));
  if (isAll) return inGuard.length > 1 ? 'Those lie' : 'That lies';
  return `Position${inGuard.length > 1 ? 's' : ''} ${list(inGuard.map(String))} lie${inGuard.length > 1 ? '' : 's'}`;
}

function sayResult(step: Told, after: readonly ToldCheck[]): string {
  const { verdict, violation, fresh, checks = [] } = step;
  switch (verdict) {
    case 'conflict':
      return `, rightly: now ${sayFresh(fresh, checks)}. ${sayEnd(step)}`;
    case 'falseConflict':
      return `, for nothing: it would decide the same again. ${sayEnd(step)}`;
    case 'missedConflict': {
      if (!violation || fresh?.kind !== 'rejected') return `, although now ${sayFresh(fresh, checks)}.`;
      return `: ${sayBrokenNow(fresh.constraints, after)}.`;
    }
    case 'tolerated': {
      const relaxed = checks.filter((check) => check.relaxed && check.holdsNow !== true);
      const names = [...new Set(relaxed.map(({ constraint }) => constraint))];
      return `, although now ${sayFresh(fresh, checks)}: ${list(names)} ${names.length > 1 ? 'are' : 'is'} relaxed, so that is tolerated.`;
    }
    default:
      return ', and what it decided still holds.';
  }
}

function sayFresh(fresh: Decision | undefined, checks: readonly ToldCheck[]): string {
  if (fresh?.kind === 'error') return `it could not be decided: ${fresh.failure.message}`;
  if (fresh?.kind === 'accepted') {
    return fresh.events.length > 0 ? `it would append ${sayEvents(fresh.events)}` : 'it would append nothing';
  }
  return `it would be rejected by ${sayBroken(fresh?.constraints ?? [], checks, true)}`;
}

/** Events with their data, where that is short enough to be read. */
function sayEvents(events: NonNullable<Told['toAppend']>): string {
  const full = list(events.map(({ type, data }) => `${type}${inBrackets([sayData(data)].filter(Boolean))}`));
  return full.length <= 120 ? full : list(events.map(({ type }) => type));
}

/** What becomes of a command that was stopped. */
function sayEnd({ outcome }: Told): string {
  if (outcome === 'conflict') return 'Its caller gets an error.';
  return outcome === 'partial'
    ? 'What it wrote before stays, and is not completed.'
    : 'It starts over with a new read.';
}

function isChanged({ atRead, now }: ToldProjection): boolean {
  return JSON.stringify(atRead) !== JSON.stringify(now);
}

function sayValue(projection: ToldProjection, when: 'atRead' | 'now'): string {
  return `${projection.projection} ${JSON.stringify(projection[when])}`;
}

/** The rules that have any, each once; a value that had to be cut says nothing in a sentence and is left out. */
function sayRules(checks: readonly ToldCheck[], when: 'atRead' | 'now'): readonly string[] {
  return [...new Set(checks.flatMap((check) => check[when]?.replace(/ [[{"][^…]*…/gu, '') ?? []))];
}

function inBrackets(words: readonly string[]): string {
  return words.length > 0 ? ` (${list(words)})` : '';
}

function name(command: number): string {
  return `#${command + 1}`;
}

/** `a`, `a and b`, `a, b and c`. */
function list(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
