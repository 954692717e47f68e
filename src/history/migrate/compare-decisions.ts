import type { CompiledModel } from '../../decision/compiled-model.ts';
import { decide } from '../../decision/decide.ts';
import type { Decision } from '../../decision/decision.ts';
import { prepareCommand } from '../../decision/prepare.ts';
import { matchesQuery } from '../../decision/query.ts';
import { isSameDecision } from '../../decision/same-decision.ts';
import { isTimestamp } from '../../lib/time-text.ts';
import { recoverCommand } from '../measure/recover-command.ts';
import type { PastEvent } from '../past-event.ts';
import type { StoredRecord } from './stored-record.ts';

/** A decision of the past that comes out differently on the migrated log. */
export interface ChangedDecision {
  /** Where what was decided stands. */
  readonly position: number;
  readonly command: string;
  readonly before: Decision;
  readonly after: Decision;
}

export interface DecisionComparison {
  /** How many were taken again on both logs: the latest ones whose command can be told. */
  readonly compared: number;
  readonly changed: readonly ChangedDecision[];
}

/** Each one reads the log anew, so that not all of a long log can be taken again. */
const MOST = 300;

/**
 * Takes decisions of the past again, under the model as it is today: once on the log before them as it is stored, once
 * as it is migrated. Which command it was, and with which data, is read back from the events it left. Yields after each.
 */
export function* compareDecisions<T extends StoredRecord>(
  model: CompiledModel,
  before: readonly T[],
  after: readonly T[],
): Generator<number, DecisionComparison> {
  const changed: ChangedDecision[] = [];
  const groups = groupTransactions(after.filter(({ time }) => isTimestamp(time))).slice(-MOST);
  let compared = 0;
  for (const group of groups) {
    const found = decideTwice(model, group, before, after);
    if (found === null) continue;
    compared++;
    if (!isSameDecision(found.before, found.after)) changed.push(found);
    yield compared;
  }
  return { compared, changed };
}

function decideTwice<T extends StoredRecord>(
  model: CompiledModel,
  group: readonly T[],
  before: readonly T[],
  after: readonly T[],
): ChangedDecision | null {
  const [first] = group;
  const recovered = recoverCommand(model, group.map(toPast));
  if (first === undefined || recovered === null) return null;
  const isOther = first.command !== undefined && first.command !== recovered.command;
  if (isOther || (first.command === undefined && recovered.isAmbiguous)) return null;
  const prepared = prepareCommand(model, { command: recovered.command, data: recovered.data }, first.time);
  if (typeof prepared === 'string') return null;
  // The decision was taken on what stood before it: in both logs, as positions stay.
  const seen = (log: readonly T[]) =>
    log.filter((event) => event.position < first.position && matchesQuery(prepared.boundary, event));
  return {
    position: first.position,
    command: recovered.command,
    before: decide(model, prepared, firstCopies(seen(before))),
    after: decide(model, prepared, firstCopies(seen(after))),
  };
}

/** A fact counts once, from its first copy (S6). */
function firstCopies<T extends StoredRecord>(log: readonly T[]): readonly T[] {
  return log.filter(({ copyOf, time }) => copyOf === undefined && isTimestamp(time));
}

/** Consecutive events of one command: equal time, actor and correlation (H1). */
function groupTransactions<T extends StoredRecord>(log: readonly T[]): readonly (readonly T[])[] {
  const groups: T[][] = [];
  const keyOf = ({ time, actor, correlationId, command }: T) =>
    JSON.stringify([time, actor, correlationId, command]);
  for (const event of log) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && keyOf(last[0]) === keyOf(event)) last.push(event);
    else groups.push([event]);
  }
  return groups;
}

function toPast({ id, type, time, actor, correlationId, tags, data }: StoredRecord): PastEvent {
  const at = Date.parse(time);
  return { id, type, time: at, actor: actor ?? null, correlation: correlationId ?? null, tags, data };
}
