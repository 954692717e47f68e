import type { FindingKey } from '../../../exploration/findings.ts';
import type { ToldStep } from '../../../exploration/result.ts';
import { findTelling, shortenRule } from '../read-rule.ts';

/** What a block says: what the step is, how it went, and what comes of it. */
export interface BlockWords {
  readonly title: string;
  readonly detail: string;
  /** Beside the block: which attempt or leg it is, or what becomes of a command that was stopped. */
  readonly caption: string;
}

const LONGEST_VALUE = 12;

/** The words on a step's block. `next` is what the command does after it, if anything. */
export function sayBlock(step: ToldStep, next: ToldStep | undefined): BlockWords {
  return { title: titleOf(step), detail: detailOf(step, next), caption: captionOf(step) };
}

/** What a step showed, to be marked on its block. */
export function findingOf({ verdict, outcome }: ToldStep): FindingKey | null {
  if (verdict) return verdict;
  return outcome === 'partial' || outcome === 'error' ? outcome : null;
}

/** Whether a guard stopped it. */
export function isStopped({ verdict }: ToldStep): boolean {
  return verdict === 'conflict' || verdict === 'falseConflict';
}

function titleOf({ step, head }: ToldStep): string {
  return step === 'read' ? `read at ${head}` : step;
}

function detailOf(step: ToldStep, next: ToldStep | undefined): string {
  if (step.step === 'append') return isStopped(step) ? 'stopped' : 'passes';
  if (step.step === 'acquire') return sayLock(step);
  switch (step.decision?.kind) {
    case 'rejected':
      return 'rejected';
    case 'error':
      return 'cannot decide';
    default:
      return step.outcome === 'accepted' ? 'nothing to do' : saySeen(step, next);
  }
}

function sayLock({ keys = [], waitsFor = [] }: ToldStep): string {
  if (keys.length === 0) return 'nothing to lock';
  if (waitsFor.length === 0) return 'gets its lock';
  return `waits for ${waitsFor.map((command) => `#${command + 1}`).join(', ')}`;
}

function saySeen({ checks = [] }: ToldStep, next: ToldStep | undefined): string {
  const rule = findTelling(checks, next?.checks ?? [])?.atRead;
  const short = rule ? shortenRule(rule) : '';
  return short !== '' && short.length <= LONGEST_VALUE ? `saw ${short}` : 'accepted';
}

function captionOf(step: ToldStep): string {
  const { attempt, stream, outcome } = step;
  if (step.step === 'append') {
    if (!isStopped(step)) return '';
    if (outcome === 'conflict') return 'error to its caller';
    return outcome === 'partial' ? 'stays half written' : 'starts over';
  }
  if (outcome === 'partial') return 'stays half written';
  return [stream ?? '', attempt > 1 ? `attempt ${attempt}` : ''].filter(Boolean).join(', ');
}
