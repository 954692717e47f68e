import type { CompiledModel } from '../../decision/compiled-model.ts';
import { prepareReaction, type Reaction, reactTo } from '../../decision/react.ts';
import { type CommandRun, startRun } from '../../strategies/command-run.ts';
import type { LogRecord } from '../../strategies/guard.ts';
import type { Strategy } from '../../strategies/program.ts';
import type { Control } from '../take-step.ts';
import type { PolicyPlace } from './list-places.ts';

/** How policies take part in a race: nothing in it depends on a schedule. */
export interface PolicyPlan {
  readonly model: CompiledModel;
  readonly strategy: Strategy;
  readonly places: readonly PolicyPlace[];
}

/** A reaction to a record that a step wrote, with its place; null where the chain is cut off (P6). */
export interface Joining {
  readonly place: PolicyPlace | null;
  readonly reaction: Reaction;
  readonly record: LogRecord;
}

/**
 * Who joins because of the records that a command has just written. `earlier`: what it wrote in its steps before. Copies
 * of a fact that is in the log already set off nothing (P3).
 */
export function listJoining(
  { model, places }: PolicyPlan,
  command: number,
  written: readonly LogRecord[],
  earlier: readonly LogRecord[],
): readonly Joining[] {
  const facts = [...earlier, ...written].filter(({ first }) => first);
  const old = earlier.filter(({ first }) => first).length;
  return facts.slice(old).flatMap((record, index): readonly Joining[] => {
    const { type } = record.fact;
    const nth = facts.slice(0, old + index).filter(({ fact }) => fact.type === type).length;
    return reactTo(model, record.fact).map((reaction) => ({
      place: places.find((place) => fits(place, command, type, nth, reaction)) ?? null,
      reaction,
      record,
    }));
  });
}

function fits(place: PolicyPlace, command: number, type: string, nth: number, { policy }: Reaction): boolean {
  return place.after === command && place.on === type && place.nth === nth && place.policy === policy.name;
}

/** The command that joins, with its program; it runs at the time its event was recorded (P5). */
export function runJoining({ model, strategy }: PolicyPlan, { reaction, record }: Joining): CommandRun {
  return startRun(model, strategy, prepareReaction(model, reaction, record.time));
}

/** What a command has written before the step that it is about to take. */
export function writtenBefore(control: Control): readonly LogRecord[] {
  if (control.phase !== 'append') return [];
  return control.plan.slice(0, control.leg).flatMap(({ records }) => records);
}
