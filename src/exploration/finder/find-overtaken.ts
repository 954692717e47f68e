import { everyRule, type FoldState, type View } from '../../decision/decide.ts';
import { isSameDecision } from '../../decision/same-decision.ts';
import { type CommandRun, decideLeg, type Plan } from '../../strategies/command-run.ts';
import { keyOfFold } from '../fold-table.ts';

/** The constraints by which a decision is another one now than it was at the read. */
export interface Overtaken {
  /** Their rules no longer hold. */
  readonly broken: readonly string[];
  /** They give other values, from which other events would follow. */
  readonly stale: readonly string[];
}

/** A leg of a command that decided on one view, and would now decide on another. */
export interface Overtaking {
  readonly run: CommandRun;
  /** Null in the first leg (S6). */
  readonly plan: Plan | null;
  readonly leg: number;
  readonly seen: View;
  readonly now: View;
}

/**
 * Takes the values of one constraint at a time as they are now and all others as they were read: a constraint is
 * overtaken when that gives another decision (D8). Where no single one does, all whose values changed are.
 */
export function findOvertaken({ run, plan, leg, seen, now }: Overtaking): Overtaken {
  const decide = (view: View) => decideLeg(run, plan, leg, view, everyRule);
  const stale = decide(seen);
  const found = listConstraints(run).flatMap((name) => {
    const fresh = decide(
      seen.map((state, index) => (belongsTo(run, index, name) ? stateAt(now, index) : state)),
    );
    if (isSameDecision(stale, fresh)) return [];
    const isBroken = fresh.kind === 'rejected' && fresh.constraints.includes(name);
    return [{ name, isBroken }];
  });
  const names = (isBroken: boolean) =>
    found.filter((one) => one.isBroken === isBroken).map(({ name }) => name);
  if (found.length > 0) return { broken: names(true), stale: names(false) };
  const changed = seen.flatMap((state, index) =>
    keyOfFold(state) === keyOfFold(stateAt(now, index)) ? [] : nameOf(run, index),
  );
  return { broken: [], stale: [...new Set(changed)] };
}

function listConstraints({ command }: CommandRun): readonly string[] {
  return [...new Set(command.projections.map(({ constraint }) => constraint.name))];
}

function belongsTo(run: CommandRun, index: number, name: string): boolean {
  return nameOf(run, index) === name;
}

function nameOf({ command }: CommandRun, index: number): string {
  return command.projections[index]?.constraint.name ?? '';
}

function stateAt(view: View, index: number): FoldState {
  return view[index] as FoldState;
}
