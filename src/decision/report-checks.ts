import type { Json } from '../lib/json.ts';
import type { Example } from '../model/schema.ts';
import { toJson } from './cel-value.ts';
import type { CompiledModel } from './compiled-model.ts';
import { holds, readView, type View } from './decide.ts';
import type { RecordedEvent } from './event.ts';
import { ExpressionError } from './expression.ts';
import { recordGiven } from './make-fact.ts';
import { type PreparedCheck, prepareCommand } from './prepare.ts';

/** A constraint as an example's command checked it: whether it holds, and what its projections came to. */
export interface CheckReport {
  readonly constraint: string;
  /** False also when its rule or a projection fails. */
  readonly holds: boolean;
  /** Those that failed are missing. */
  readonly projections: { readonly [name: string]: Json };
}

/** What each check of an example's command came to, in the command's order; none when the example cannot be run. */
export function reportChecks(model: CompiledModel, { given, when }: Example): readonly CheckReport[] {
  const prepared = when === undefined ? undefined : prepareCommand(model, when);
  if (prepared === undefined || typeof prepared === 'string') return [];
  const log: RecordedEvent[] = [];
  for (const event of given ?? []) {
    const recorded = recordGiven(model, event);
    if ('message' in recorded) return [];
    log.push(recorded);
  }
  const view = readView(model, prepared, log);
  return prepared.checks.map((check) => ({
    constraint: check.constraint.name,
    holds: holdsSurely(check, view),
    projections: Object.fromEntries(listValues(check, view)),
  }));
}

function holdsSurely(check: PreparedCheck, view: View): boolean {
  if (check.projections.some((index) => 'failure' in (view[index] ?? {}))) return false;
  try {
    return holds(check, view);
  } catch (error) {
    if (error instanceof ExpressionError) return false;
    throw error;
  }
}

function listValues(check: PreparedCheck, view: View): [string, Json][] {
  return check.constraint.projections.flatMap(({ name }, index): [string, Json][] => {
    const state = view[check.projections[index] ?? -1];
    if (state === undefined || 'failure' in state) return [];
    try {
      return [[name, toJson(state.value)]];
    } catch (error) {
      if (error instanceof RangeError) return [];
      throw error;
    }
  });
}
