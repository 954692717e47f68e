import type { Model } from '../../src/model/schema.ts';
import {
  allHold,
  checksOf,
  emittedBy,
  type LogOf,
  orError,
  type PlainDecision,
  valuesOf,
} from './brute-force-decide.ts';
import { byCodePoint, type Entry, homeStreams, type PlainFact } from './brute-force-log.ts';
import type { CommandRun, PlainCheck, PlainProjection } from './brute-force-prepare.ts';

/** The streams of a saga's legs, in order (S6). */
export function legsOf(model: Model, events: readonly PlainFact[]): readonly string[] {
  const legs = new Set(events.flatMap((event) => homeStreams(model, event)));
  return [...legs].sort(byCodePoint);
}

/** The first leg's decision: all projections and all events, but only the rules that belong to this leg (S6). */
export function decideFirstLeg(
  model: Model,
  run: CommandRun,
  logOf: LogOf,
  withoutRelaxed = false,
): PlainDecision {
  return orError(() => {
    const checks = checksOf(run);
    const values = checks.map((check) => valuesOf(model, run, check, logOf(check), seesInSaga));
    const events = emittedBy(model, run, values);
    const legs = legsOf(model, events);
    const judged = (check: PlainCheck) => legs.length === 0 || legOf(check, legs) === legs[0];
    if (!allHold(run, checks, values, withoutRelaxed, judged)) return { kind: 'rejected' };
    return { kind: 'accepted', events };
  });
}

/** A later leg's decision: its own checks only; the events are fixed since the first leg's read (S6). */
export function decideLaterLeg(
  model: Model,
  run: CommandRun,
  logOf: LogOf,
  fixed: { readonly events: readonly PlainFact[]; readonly legs: readonly string[]; readonly leg: number },
  withoutRelaxed = false,
): PlainDecision {
  return orError(() => {
    const own = checksOf(run).filter((check) => legOf(check, fixed.legs) === fixed.legs[fixed.leg]);
    const values = own.map((check) => valuesOf(model, run, check, logOf(check), seesInSaga));
    if (!allHold(run, own, values, withoutRelaxed, () => true)) return { kind: 'rejected' };
    return { kind: 'accepted', events: fixed.events };
  });
}

/** The stream of the leg that a check belongs to: the one home stream that serves all its projections, else the first leg's (S6). */
function legOf(check: PlainCheck, legs: readonly string[]): string | undefined {
  const [server, ...others] = new Set(check.projections.map((projection) => projection.servedBy));
  const atHome = server !== undefined && others.length === 0 && legs.includes(server);
  return atHome ? server : legs[0];
}

/** A served projection sees its stream's copies only; any other sees each fact once, from its first copy on (S6). */
function seesInSaga(projection: PlainProjection, entry: Entry): boolean {
  return projection.servedBy === undefined ? entry.first : entry.streams.includes(projection.servedBy);
}
