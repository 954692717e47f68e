import type { CutOff, PolicyJoin } from '../../src/exploration/result.ts';
import type { JsonObject } from '../../src/lib/json.ts';
import type { Model, Race } from '../../src/model/schema.ts';
import { ExpressionFailed, evaluate, instant, objectToCel, toJson } from './brute-force-cel.ts';
import type { Entry } from './brute-force-log.ts';
import { type CommandRun, prepareRun } from './brute-force-prepare.ts';

/** The bounds of chains of policies (P6). */
const LONGEST = 3;
const MOST = 16;

/** A place for a command that a policy may issue: whose event, which of its type, which policy (P4). */
export interface Place extends PolicyJoin {
  readonly nth: number;
}

/** All places of a race, level by level (P4, P6). */
export function placesOf(model: Model, race: Race): readonly Place[] {
  if (race.policies !== true) return [];
  const places: Place[] = [];
  const own = (race.commands ?? []).map(({ command }) => command);
  let level = own.map((name, number) => ({ name, number }));
  for (let depth = 1; depth <= LONGEST; depth += 1) {
    const below: typeof level = [];
    for (const { name, number } of level)
      for (const [type, nth] of emitted(model, name))
        for (const policy of policiesOn(model, type)) {
          if (places.length >= MOST) continue;
          const issues = model.policies?.[policy]?.issues ?? '';
          const command = own.length + places.length;
          places.push({ command, policy, issues, after: number, on: type, nth });
          below.push({ name: issues, number: command });
        }
    level = below;
  }
  return places;
}

function emitted(model: Model, command: string): readonly (readonly [string, number])[] {
  const types = (model.commands?.[command]?.emits ?? []).map((emit) =>
    typeof emit === 'string' ? emit : emit.event,
  );
  return types.map((type, index) => [type, types.slice(0, index).filter((one) => one === type).length]);
}

function policiesOn(model: Model, type: string): readonly string[] {
  return Object.entries(model.policies ?? {})
    .filter(([, { on = [], issues = '' }]) => on.includes(type) && model.commands?.[issues] !== undefined)
    .map(([name]) => name);
}

/** Who joins because of the last entry of a log, or would have. */
export interface Reaction {
  readonly place: Place | null;
  readonly cutOff: CutOff;
  readonly run: CommandRun;
}

/** What the policies make of one entry that a command has appended; `log` ends with it. Copies set off nothing (P3). */
export function reactionsTo(
  model: Model,
  race: Race,
  places: readonly Place[],
  log: readonly Entry[],
): readonly Reaction[] {
  const entry = log.at(-1);
  if (race.policies !== true || entry === undefined || entry.by === null || !entry.first) return [];
  const nth = log.filter(({ by, type, first }) => first && by === entry.by && type === entry.type).length - 1;
  return policiesOn(model, entry.type).flatMap((policy) => {
    const data = dataOf(model, policy, entry);
    if (data === null) return [];
    const issues = model.policies?.[policy]?.issues ?? '';
    const after = entry.by ?? -1;
    const place =
      places.find(
        (one) => one.after === after && one.policy === policy && one.on === entry.type && one.nth === nth,
      ) ?? null;
    const run = runOf(model, race, issues, data, entry.time, place?.command ?? -1);
    return [{ place, cutOff: { after, on: entry.type, policy, issues }, run }];
  });
}

/** The command's data; null when the policy does not react, `failed` when it cannot say (P5). */
function dataOf(model: Model, policy: string, entry: Entry): JsonObject | 'failed' | null {
  const { when, with: fields = {} } = model.policies?.[policy] ?? {};
  try {
    const scope = { event: objectToCel(entry.data, model.events?.[entry.type]?.fields ?? {}) };
    if (when !== undefined && evaluate(when, scope) !== true) return null;
    return Object.fromEntries(
      Object.entries(fields).map(([field, expression]) => [field, toJson(evaluate(expression, scope))]),
    );
  } catch (failure) {
    if (failure instanceof ExpressionFailed) return 'failed';
    throw failure;
  }
}

function runOf(
  model: Model,
  race: Race,
  command: string,
  data: JsonObject | 'failed',
  now: string,
  index: number,
): CommandRun {
  if (data !== 'failed') return prepareRun(model, race, { command, data, now }, index);
  const scope = { command: new Map(), now: instant(now) };
  return { index, now, data: {}, scope, checks: [], broken: true, emits: [] };
}
