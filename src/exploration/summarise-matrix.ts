import type { Model } from '../model/schema.ts';
import type { StrategyId } from '../strategies/program.ts';
import type { Effects, MatrixCell, PatternResult, VerdictHits } from './matrix-result.ts';
import type { Verdict } from './result.ts';
import { whyUnavailable } from './words/found-keys.ts';

/** A pair of commands and one of its patterns. */
export interface MatrixPlace {
  readonly commands: readonly [string, string];
  readonly pattern: string;
}

/**
 * What can become of a constraint while two commands run: it needs no boundary, for nothing that either writes takes
 * effect on what the other decided by it; it is kept, as the strategy stops or holds off whoever would; it is overtaken
 * as the model tolerates it; it is overtaken; or the strategy cannot be used where it would be.
 */
export type ConstraintFate = 'free' | 'kept' | 'tolerated' | 'overtaken' | 'unknown';

export interface ConstraintSummary {
  readonly name: string;
  readonly fate: ConstraintFate;
  /** Whether the overtaken rule is broken; otherwise a value is out of date. */
  readonly isBroken: boolean;
  /** Where it is overtaken, and where it would be without a guard if it is kept. */
  readonly places: readonly MatrixPlace[];
}

export interface EventSummary {
  readonly event: string;
  readonly places: readonly MatrixPlace[];
}

/** What a matrix shows of one strategy; plain JSON. */
export interface MatrixSummary {
  readonly strategy: StrategyId;
  /** How many pairs there are, with a missed conflict, with a stop or a wait for nothing. */
  readonly pairs: number;
  readonly missing: number;
  readonly stoppingForNothing: number;
  readonly waitingForNothing: number;
  /** Why the strategy cannot be used for any pair; null where it can for some. */
  readonly unavailable: string | null;
  /** The constraints that the pairs check, in the model's order. */
  readonly constraints: readonly ConstraintSummary[];
  /** Event types for which the guard stops commands, and never rightly, by name. */
  readonly needless: readonly EventSummary[];
}

type Found = { readonly place: MatrixPlace; readonly pattern: PatternResult };

/** Adds up what the cells of a model's matrix show of a strategy, as far as the searches went (M6). */
export function summariseMatrix(
  model: Pick<Model, 'commands' | 'constraints'>,
  cells: readonly MatrixCell[],
  strategy: StrategyId,
): MatrixSummary {
  const found = cells.flatMap(({ commands, patterns }) =>
    patterns.map((pattern): Found => ({ place: { commands, pattern: pattern.name }, pattern })),
  );
  const pairsWith = (verdict: Verdict) =>
    cells.filter(({ patterns }) => patterns.some(({ strategies }) => shows(strategies[strategy], verdict)))
      .length;
  return {
    strategy,
    pairs: cells.length,
    missing: pairsWith('missedConflict'),
    stoppingForNothing: pairsWith('falseConflict'),
    waitingForNothing: pairsWith('needlessWait'),
    unavailable: whyNowhere(found, strategy),
    constraints: listChecked(model, cells).map((name) =>
      summariseConstraint(name, found, strategy, model.constraints?.[name]?.consistency === 'relaxed'),
    ),
    needless: listNeedless(found, strategy),
  };
}

function summariseConstraint(
  name: string,
  found: readonly Found[],
  strategy: StrategyId,
  isRelaxed: boolean,
): ConstraintSummary {
  const isOvertaken = (effects: Effects | undefined) =>
    effects?.broken.includes(name) === true || effects?.stale.includes(name) === true;
  const overtaken = found.filter(({ pattern }) => isOvertaken(pattern.effects[strategy]));
  const unguarded = found.filter(({ pattern }) => isOvertaken(pattern.effects.unguarded));
  const isBroken = overtaken.some(({ pattern }) => pattern.effects[strategy]?.broken.includes(name));
  const placesOf = (some: readonly Found[]) => some.map(({ place }) => place);
  if (overtaken.length > 0) {
    const fate = isRelaxed ? 'tolerated' : 'overtaken';
    return { name, fate, isBroken, places: placesOf(overtaken) };
  }
  if (unguarded.length === 0) return { name, fate: 'free', isBroken: false, places: [] };
  const isKnown = unguarded.every(({ pattern }) => pattern.effects[strategy] !== undefined);
  return { name, fate: isKnown ? 'kept' : 'unknown', isBroken: false, places: placesOf(unguarded) };
}

function listNeedless(found: readonly Found[], strategy: StrategyId): readonly EventSummary[] {
  const effects = found.flatMap(({ place, pattern }) => {
    const own = pattern.effects[strategy];
    return own === undefined ? [] : [{ place, own }];
  });
  const right = new Set(effects.flatMap(({ own }) => own.stopped));
  const types = new Set(effects.flatMap(({ own }) => own.stoppedForNothing));
  return [...types]
    .filter((event) => !right.has(event))
    .sort()
    .map((event) => ({
      event,
      places: effects.filter(({ own }) => own.stoppedForNothing.includes(event)).map(({ place }) => place),
    }));
}

/** The constraints that the commands of the cells check, in the model's order. */
function listChecked(
  { commands = {}, constraints = {} }: Pick<Model, 'commands' | 'constraints'>,
  cells: readonly MatrixCell[],
): readonly string[] {
  const racing = new Set(cells.flatMap((cell) => cell.commands));
  const checked = new Set(
    Object.entries(commands)
      .filter(([name]) => racing.has(name))
      .flatMap(([, { checks = [] }]) => checks)
      .map((check) => (typeof check === 'string' ? check : check.constraint)),
  );
  return Object.keys(constraints).filter((name) => checked.has(name));
}

function shows(hits: VerdictHits | undefined, verdict: Verdict): boolean {
  return hits !== undefined && verdict in hits;
}

/** The first reason why a strategy cannot be used, where it can be used nowhere. */
function whyNowhere(found: readonly Found[], strategy: StrategyId): string | null {
  const reasons = found.map(({ pattern }) => whyUnavailable(pattern.strategies[strategy]));
  return reasons.every((reason) => reason !== null) ? (reasons[0] ?? null) : null;
}
