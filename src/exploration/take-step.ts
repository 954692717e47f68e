import { everyRule, type RuleFilter, type View } from '../decision/decide.ts';
import type { Decision } from '../decision/decision.ts';
import { type CommandRun, decideLeg, type Plan, planLegs } from '../strategies/command-run.ts';
import type { LogRecord } from '../strategies/guard.ts';
import { judgeAppend, judgeWait } from './judge.ts';
import type { Outcome, Verdict } from './result.ts';

/** Where a command run stands between two steps. `attempts` is how many are left for the leg, this one included. */
export type Control =
  | { readonly phase: 'acquire' }
  | { readonly phase: 'wait'; readonly asked: Decision }
  | {
      readonly phase: 'read';
      readonly leg: number;
      readonly attempts: number;
      /** Decided at the first leg's read; null before. */
      readonly plan: Plan | null;
      /** The decision when the lock was asked for, if it had to wait. */
      readonly asked: Decision | null;
    }
  | {
      readonly phase: 'append';
      readonly leg: number;
      readonly attempts: number;
      readonly plan: Plan;
      readonly stale: Decision;
    }
  | { readonly phase: 'done' };

export type Reading = Extract<Control, { phase: 'read' }>;
export type Appending = Extract<Control, { phase: 'append' }>;

/** What one step did. */
export interface StepResult {
  readonly next: Control;
  /** The decision taken at a read, or the fresh one at an append. */
  readonly decision: Decision;
  readonly verdict: Verdict | null;
  readonly violation: boolean;
  readonly outcome: Outcome | null;
  /** What was appended; none when the guard failed. */
  readonly records: readonly LogRecord[];
}

/** An accepted event has no home stream under a strategy that needs one: the race cannot be run (S4). */
export class HomelessEvent extends Error {
  readonly event: string;
  constructor(event: string) {
    super(`${event} has no home stream`);
    this.event = event;
  }
}

const DONE: Control = { phase: 'done' };
const NOTHING: readonly LogRecord[] = [];

/** Where a run begins: at its acquire step if it locks, otherwise at its first read. `attempts` may be Infinity (S3). */
export function startControl(run: CommandRun, attempts: number): Control {
  if (run.program.locks !== null) return { phase: 'acquire' };
  return { phase: 'read', leg: 0, attempts, plan: null, asked: null };
}

/** Where a run stands once its lock is granted; `asked` is its decision at the acquire step if it had to wait (S7, V7). */
export function grantLock(attempts: number, asked: Decision | null): Control {
  return { phase: 'read', leg: 0, attempts, plan: null, asked };
}

/** The decision a run would take now, at the moment it asks for its lock (V7). */
export function decideNow(run: CommandRun, view: View): Decision {
  return decideLeg(run, null, 0, view, everyRule);
}

/**
 * A read: decides on the values of the projections, and ends the program unless there is something to append (S1, S2, V7).
 * `known` is the decision on these very values, where it is at hand. Throws `HomelessEvent`.
 */
export function takeRead(run: CommandRun, control: Reading, view: View, known?: Decision): StepResult {
  const { leg, attempts, asked } = control;
  const decision = known ?? decideLeg(run, control.plan, leg, view, everyRule);
  const verdict = asked && judgeWait(asked, decision);
  if (decision.kind !== 'accepted' || decision.events.length === 0) {
    const outcome = leg > 0 ? 'partial' : decision.kind;
    return { next: DONE, decision, verdict, violation: false, outcome, records: NOTHING };
  }
  const plan = control.plan ?? planLegs(run, decision.events);
  if ('homeless' in plan) throw new HomelessEvent(plan.homeless);
  const next: Control = { phase: 'append', leg, attempts, plan, stale: decision };
  return { next, decision, verdict, violation: false, outcome: null, records: NOTHING };
}

/** An append: judged by what the guard did and what had changed; then the next leg, another attempt, or the end (S3, S6, V1–V6). `tripped`: the guard fails. `fullAttempts` is what each leg starts with. `seen` is the view of the read, where it is at hand: while nothing in it is another value, nothing is decided anew. */
export function takeAppend(
  run: CommandRun,
  control: Appending,
  view: View,
  tripped: boolean,
  fullAttempts: number,
  seen?: View,
): StepResult {
  const { plan, leg, stale } = control;
  const decideAgain = (counts: RuleFilter) => decideLeg(run, leg === 0 ? null : plan, leg, view, counts);
  const isUntouched = seen !== undefined && isSameView(view, seen);
  const decision = isUntouched ? stale : decideAgain(everyRule);
  const tolerant = () => decideAgain(({ constraint }) => !constraint.relaxed);
  const { verdict, violation } = judgeAppend(tripped, stale, decision, tolerant);
  const records = tripped ? NOTHING : (plan[leg]?.records ?? NOTHING);
  const { next, outcome } = goOn(control, tripped, fullAttempts);
  return { next, decision, verdict, violation, outcome, records };
}

/** Where a run stands after an append, and what it came to if that was the end (S3, S6). */
function goOn(
  { plan, leg, attempts }: Appending,
  tripped: boolean,
  fullAttempts: number,
): Pick<StepResult, 'next' | 'outcome'> {
  if (tripped && attempts <= 1) return { next: DONE, outcome: leg > 0 ? 'partial' : 'conflict' };
  if (!tripped && leg + 1 >= plan.length) return { next: DONE, outcome: 'accepted' };
  const next: Control = tripped
    ? { phase: 'read', leg, attempts: attempts - 1, plan: leg === 0 ? null : plan, asked: null }
    : { phase: 'read', leg: leg + 1, attempts: fullAttempts, plan, asked: null };
  return { next, outcome: null };
}

/** Whether two views of one command hold the very same values: then a decision on them is the same. */
export function isSameView(one: View, other: View): boolean {
  return one.every((state, index) => state === other[index]);
}
