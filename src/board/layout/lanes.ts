import { getOwn } from '../../lib/get-own.ts';
import type { Model } from '../../model/schema.ts';
import { type ElementKey, makeKey } from '../element-key.ts';
import type { ModelLinks } from './model-links.ts';
import type { EventOrder } from './order-events.ts';
import { Rows } from './rows.ts';

/** A stretch of the board: events in a row, what leads to them above and below, what follows from them below. */
export interface Lane {
  /** The aggregate whose frame is around the events. */
  readonly frame: ElementKey | null;
  readonly context: string | null;
  /** Events by their columns. */
  readonly events: ReadonlyMap<string, number>;
  /** Counted upwards from the events. */
  readonly above: Rows;
  readonly beside: Rows;
  readonly below: Rows;
}

/** The lanes from top to bottom, with the events and nothing else in them; each aggregate has one. */
export function makeLanes(model: Model, { order, before }: EventOrder): readonly Lane[] {
  const aggregates = Object.entries(model.aggregates ?? {});
  const owners = new Map(
    aggregates
      .flatMap(([name, { events }]) => (events ?? []).map((event): [string, string] => [event, name]))
      // Of two aggregates that own an event the first has it in its frame: a map keeps the last.
      .reverse(),
  );
  const columns = new Map<string, number>();
  const lanes = new Map<
    string | null,
    { context: string | null; events: Map<string, number>; end: number }
  >();
  for (const event of order) {
    const owner = owners.get(event) ?? null;
    const lane = lanes.get(owner) ?? { context: contextOf(model, event), events: new Map(), end: 0 };
    lanes.set(owner, lane);
    const earlier = [...(before.get(event) ?? [])].map((name) => columns.get(name) ?? 0);
    const column = Math.max(lane.end, ...earlier);
    columns.set(event, column);
    lane.events.set(event, column);
    lane.end = column + 1;
  }
  for (const [name] of aggregates) {
    if (!lanes.has(name)) lanes.set(name, { context: null, events: new Map(), end: 0 });
  }
  return [...lanes].map(([owner, { context, events }]) => ({
    frame: owner === null ? null : makeKey('aggregate', owner),
    context,
    events,
    above: new Rows(),
    beside: new Rows(),
    below: new Rows(),
  }));
}

function contextOf(model: Model, event: string): string | null {
  const context = getOwn(model.events, event)?.context;
  return context !== undefined && Object.hasOwn(model.contexts ?? {}, context) ? context : null;
}

/** Puts everything that has to do with the lanes' events into the lanes; the rest is what nothing leads to. */
export function fillLanes(lanes: readonly Lane[], model: Model, links: ModelLinks): readonly ElementKey[] {
  const lanesOf = new Map(lanes.flatMap((lane) => [...lane.events.keys()].map((event) => [event, lane])));
  const commandLanes = new Map<string, { readonly lane: Lane; readonly isAbove: boolean }>();
  const loose: ElementKey[] = [];

  const putCommand = (command: string, constraints: readonly string[]) => {
    const keys = [...constraints.map((name) => makeKey('constraint', name)), makeKey('command', command)];
    const [event = ''] = links.emits.get(command) ?? [];
    const lane = lanesOf.get(event);
    if (lane === undefined) {
      loose.push(...keys);
      return;
    }
    const column = lane.events.get(event) ?? 0;
    const isAbove = constraints.length === 0;
    // The command comes under its event, and the rules it keeps to the left of it, in the order they are checked.
    if (isAbove) lane.above.put(keys, column);
    else lane.below.put(keys, Math.max(0, column - constraints.length));
    commandLanes.set(command, { lane, isAbove });
  };
  for (const [command, constraints] of shareConstraints(model, links)) putCommand(command, constraints);

  /** Puts something after the last of the events it follows. */
  const follow = (key: ElementKey, events: readonly string[] | undefined, place: Follower) => {
    const [event = ''] = events ?? [];
    const lane = lanesOf.get(event);
    if (lane === undefined) loose.push(key);
    else {
      const own = (events ?? []).map((name) => lane.events.get(name) ?? 0);
      place(lane, Math.max(...own));
    }
  };
  for (const name of Object.keys(model.policies ?? {})) {
    const key = makeKey('policy', name);
    follow(key, links.triggers.get(name), (lane, column) => putReaction(lane, key, column));
  }
  for (const name of Object.keys(model.externalSystems ?? {})) {
    const key = makeKey('externalSystem', name);
    follow(key, links.notifies.get(name), (lane, column) => lane.below.put([key], column + 1));
  }
  for (const name of Object.keys(model.readModels ?? {})) {
    const key = makeKey('readModel', name);
    follow(key, links.projects.get(name), (lane, column) =>
      lane.below.put([key], column, Math.min(1, lane.below.count)),
    );
  }

  /** Puts who gives a command beside it. */
  const lead = (key: ElementKey, commands: readonly string[] = [], fromRow: number) => {
    const command = commands.find((name) => commandLanes.has(name));
    const found = command === undefined ? undefined : commandLanes.get(command);
    if (command === undefined || found === undefined) {
      loose.push(key);
      return;
    }
    const { lane, isAbove } = found;
    const rows = isAbove ? lane.above : lane.below;
    const cell = rows.find(makeKey('command', command));
    const column = cell?.column ?? 0;
    if (isAbove) rows.put([key], fromRow === 0 ? column - 1 : column, fromRow);
    else rows.put([key], column, (cell?.row ?? 0) + 1);
  };
  for (const name of Object.keys(model.screens ?? {})) {
    lead(makeKey('screen', name), links.offers.get(name), 1);
  }
  for (const name of Object.keys(model.actors ?? {})) lead(makeKey('actor', name), links.asks.get(name), 0);
  const checked = new Set([...links.checks.values()].flat());
  for (const name of Object.keys(model.constraints ?? {})) {
    if (checked.has(name)) continue;
    const key = makeKey('constraint', name);
    follow(key, links.reads.get(name), (lane, column) => lane.below.put([key], column));
  }
  return loose;
}

type Follower = (lane: Lane, column: number) => void;

/** Each command with the constraints that stand beside it: the command that checks most has them. */
function shareConstraints(model: Model, links: ModelLinks): readonly [string, readonly string[]][] {
  const checksOf = (command: string) => links.checks.get(command) ?? [];
  const commands = Object.keys(model.commands ?? {});
  const shared = new Map<string, readonly string[]>();
  const taken = new Set<string>();
  for (const command of [...commands].sort((one, other) => checksOf(other).length - checksOf(one).length)) {
    const own = checksOf(command).filter((constraint) => !taken.has(constraint));
    for (const constraint of own) taken.add(constraint);
    shared.set(command, own);
  }
  return commands.map((command) => [command, shared.get(command) ?? []]);
}

/** At the end of the row of events when its event is near there, and under it otherwise. */
function putReaction(lane: Lane, key: ElementKey, column: number): void {
  const last = Math.max(...lane.events.values());
  const isFree = !lane.beside.cells.some((cell) => cell.column === last + 1);
  if (isFree && last - column <= 2) lane.beside.put([key], last + 1);
  else lane.below.put([key], column + 1);
}
