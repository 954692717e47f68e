import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompiledCommand, CompiledModel } from '../../../src/decision/compiled-model.ts';
import { decide, readView } from '../../../src/decision/decide.ts';
import type { RecordedEvent } from '../../../src/decision/event.ts';
import { recordGiven } from '../../../src/decision/make-fact.ts';
import { explore } from '../../../src/exploration/explore.ts';
import { listPatterns, type Pattern } from '../../../src/exploration/finder/patterns.ts';
import { exploreMatrix } from '../../../src/exploration/matrix.ts';
import type {
  Effects,
  Hit,
  MatrixCell,
  PastStep,
  PatternResult,
} from '../../../src/exploration/matrix-result.ts';
import type { Exploration, Unavailable, Verdict } from '../../../src/exploration/result.ts';
import { tellSchedule } from '../../../src/exploration/tell.ts';
import type { JsonObject } from '../../../src/lib/json.ts';
import type { GivenEvent, IssuedCommand, Model, Race } from '../../../src/model/schema.ts';
import { STRATEGY_IDS, type StrategyId } from '../../../src/strategies/program.ts';
import { bruteForce, type GuardProbe } from '../../helpers/brute-force.ts';
import { compileSections, prepare } from '../../helpers/given-when-then.ts';
import { SEED } from '../../helpers/random-model.ts';

/** The longest past; every sequence of so many steps is run. */
const PAST = 2;
const MODELS = Number(process.env['AMBIT_MATRICES'] ?? 16);
/** Models with more sequences than this, over all patterns, are skipped. */
const MOST_SEQUENCES = Number(process.env['AMBIT_SEQUENCES'] ?? 500);

// ── Tiny models: rooms and guests, one or two constraints, two commands ──────────────────────────────────────────────

type Concept = 'room' | 'guest';
type FieldName = 'room' | 'guest' | 'from' | 'flag';

const CONCEPT_OF: { readonly [F in FieldName]?: Concept } = { room: 'room', from: 'room', guest: 'guest' };

const conceptGene = fc.constantFrom<readonly Concept[]>(['room'], ['room'], ['guest'], ['room', 'guest'], []);
const eventGene = fc.record({ tags: conceptGene, flag: fc.boolean() });
const constraintGene = fc.record({
  filter: fc.constantFrom<readonly Concept[]>(['room'], ['room'], ['guest'], []),
  reads: fc.constantFrom<readonly number[]>([0], [0], [1], [0, 1]),
  fold: fc.constantFrom('state + 1', 'state + 1', 'event.flag ? state + 1 : state', '1 - state'),
  rule: fc.constantFrom('p < 1', 'p < 2', 'p == 0', 'p > 0', 'p != 1', null),
  relaxed: fc.constantFrom(false, false, false, true),
});
const commandGene = fc.record({
  checks: fc.constantFrom<readonly number[]>([0], [0], [1], [0, 1], []),
  from: fc.constantFrom(false, false, false, true),
  emits: fc.constantFrom<readonly number[]>([0], [0], [1], [0, 1]),
  when: fc.boolean(),
});
const worldGene = fc.record({
  events: fc.tuple(eventGene, eventGene),
  constraints: fc.tuple(constraintGene, constraintGene),
  commands: fc.array(commandGene, { minLength: 1, maxLength: 2 }),
  streams: fc.constantFrom<readonly Concept[]>(['room'], ['guest'], ['room', 'guest']),
});
type World = typeof worldGene extends fc.Arbitrary<infer W> ? W : never;

/** An event carries every field as data, so that only its tags decide what is a key. */
function buildModel({ events, constraints, commands, streams }: World): Partial<Model> {
  const named = <T>(prefix: string, all: readonly T[]) =>
    Object.fromEntries(all.map((one, index) => [`${prefix}${index}`, one]));
  return {
    events: named(
      'E',
      events.map(({ tags, flag }) => ({
        fields: { ...fieldsFor(tags), ...(flag && { flag: 'bool' }) },
        tags: Object.fromEntries(tags.map((concept) => [concept, `event.${concept}`])),
      })),
    ),
    constraints: named(
      'C',
      constraints.map(({ filter, reads, fold, rule, relaxed }) => ({
        parameters: fieldsFor(filter),
        projections: {
          p: {
            tags: Object.fromEntries(filter.map((concept) => [concept, concept])),
            initial: 0,
            on: Object.fromEntries(
              reads.map((event) => [`E${event}`, events[event]?.flag ? fold : plainFold(fold)]),
            ),
          },
        },
        ...(rule !== null && { rule }),
        ...(relaxed && { consistency: 'relaxed' as const }),
      })),
    ),
    commands: named(
      'Do',
      commands.map(({ checks, from, emits, when }) => ({
        fields: {
          ...fieldsFor([
            ...checks.flatMap((check) => constraints[check]?.filter ?? []),
            ...emits.flatMap((event) => events[event]?.tags ?? []),
          ]),
          ...(from && { from: 'string' }),
          ...(emits.some((event) => events[event]?.flag) && { flag: 'bool' }),
        },
        // With `from`, the command checks one room and writes to another.
        checks: checks.map((check) =>
          from && constraints[check]?.filter.includes('room')
            ? { constraint: `C${check}`, with: { room: 'command.from' } }
            : `C${check}`,
        ),
        emits: emits.map((event) =>
          when && checks.includes(0) ? { event: `E${event}`, when: 'C0.p < 1' } : `E${event}`,
        ),
      })),
    ),
    aggregates: Object.fromEntries(
      streams.map((concept) => [
        concept === 'room' ? 'Room' : 'Guest',
        {
          id: concept,
          events: events.flatMap(({ tags }, index) => (tags.includes(concept) ? [`E${index}`] : [])),
        },
      ]),
    ),
  };
}

function fieldsFor(concepts: readonly Concept[]): { readonly [field: string]: 'string' } {
  return Object.fromEntries(concepts.map((concept) => [concept, 'string' as const]));
}

function plainFold(fold: string): string {
  return fold.includes('flag') ? 'state + 1' : fold;
}

// ── Brute force: every sequence of steps, every race after it, nothing merged ────────────────────────────────────────

interface Log {
  readonly past: readonly PastStep[];
  readonly records: readonly RecordedEvent[];
}

/** What the appends of all races do, under one strategy; null where it cannot be used. */
type Gathered = { readonly [K in keyof Effects]: Set<string> } | null;

/** For one strategy: each verdict with the length of the shortest past and schedule that show it; or that there is none. */
type Found = Map<Verdict, { readonly past: number; readonly schedule: number }> | 'unavailable';

class BruteMatrix {
  readonly #model: CompiledModel;
  readonly #pair: readonly [CompiledCommand, CompiledCommand];
  readonly #pattern: Pattern;
  readonly #explored = new Map<string, Exploration | Unavailable>();
  readonly #walked = new Set<string>();

  constructor(model: CompiledModel, pair: readonly [CompiledCommand, CompiledCommand], pattern: Pattern) {
    this.#model = model;
    this.#pair = pair;
    this.#pattern = pattern;
  }

  get name(): string {
    return this.#pattern.name;
  }

  /** How many sequences there are. */
  get sequences(): number {
    return (this.steps().length + 1) ** PAST;
  }

  /** What the strategies show over all pasts; steps that are rejected or append nothing are no steps. */
  find(): ReadonlyMap<StrategyId, Found> {
    const found = new Map<StrategyId, Found>(STRATEGY_IDS.map((strategy) => [strategy, new Map()]));
    this.#overAllPasts((log) => this.#raceAfter(log, found));
    return found;
  }

  #overAllPasts(visit: (log: Log) => void): void {
    const steps = this.steps();
    let logs: readonly Log[] = [{ past: [], records: [] }];
    for (let length = 0; length <= PAST; length++) {
      logs.forEach(visit);
      logs = logs.flatMap((log) => steps.flatMap((step) => this.#append(log, step)));
    }
  }

  /** What the appends of every schedule of every race do, and the shortest past after which a fact is written twice. */
  findEffects(): {
    readonly effects: ReadonlyMap<StrategyId, Gathered>;
    readonly repeatsAfter: number | null;
  } {
    const effects = new Map<StrategyId, Gathered>(STRATEGY_IDS.map((strategy) => [strategy, gather()]));
    let repeatsAfter: number | null = null;
    this.#overAllPasts(({ past, records }) => {
      for (const race of this.#racesAfter(records)) {
        for (const strategy of STRATEGY_IDS) this.#walk(race, strategy, effects);
        if (repeatsAfter === null && repeats(this.#model, records, race)) repeatsAfter = past.length;
      }
    });
    return { effects, repeatsAfter };
  }

  /** Walks every schedule of a race that was not walked yet. */
  #walk(race: Race, strategy: StrategyId, effects: Map<StrategyId, Gathered>): void {
    const gathered = effects.get(strategy) ?? null;
    const key = JSON.stringify([strategy, race]);
    if (gathered === null || this.#walked.has(key)) return;
    this.#walked.add(key);
    const onAppend = ({ effects: find }: GuardProbe) => {
      for (const [kind, names] of Object.entries(find()))
        for (const name of names) gathered[kind as keyof Effects].add(name);
    };
    const result = bruteForce(this.#model.model, race, strategy, { onAppend });
    if (result === null) throw new Error('too many schedules');
    if ('unavailable' in result) effects.set(strategy, null);
  }

  /** All that can happen in a past: every command with every value, and events that no command emits. */
  steps(): readonly PastStep[] {
    const commands = [...this.#model.commands.values()];
    const emitted = commands.flatMap(({ emits }) => emits.map(({ event }) => event.name));
    return [
      ...commands.flatMap(({ name, fields }) =>
        this.#everyData([...fields.keys()]).map((data): PastStep => ({ command: name, data })),
      ),
      ...[...this.#model.events.values()]
        .filter(({ name }) => !emitted.includes(name))
        .flatMap(({ name, fields }) =>
          this.#everyData([...fields.keys()]).map((data): PastStep => ({ event: name, data })),
        ),
    ];
  }

  #append(log: Log, step: PastStep): Log[] {
    const records = recordsOf(this.#model, log.records, step);
    return records.length === 0 ? [] : [{ past: [...log.past, step], records: [...log.records, ...records] }];
  }

  #raceAfter({ past, records }: Log, found: Map<StrategyId, Found>): void {
    for (const race of this.#racesAfter(records))
      for (const strategy of STRATEGY_IDS) note(found, strategy, past.length, this.#explore(race, strategy));
  }

  #racesAfter(records: readonly RecordedEvent[]): readonly Race[] {
    const given = records.map(({ type, data }): GivenEvent => ({ event: type, data }));
    return this.#racing(0).flatMap((first) =>
      this.#racing(1).map((second) => ({ name: 'Race', given, commands: [first, second] })),
    );
  }

  /** The same race is explored once: not a merged one, but one that is equal to the letter. */
  #explore(race: Race, strategy: StrategyId): Exploration | Unavailable {
    const key = JSON.stringify([strategy, race]);
    const known = this.#explored.get(key) ?? explore(this.#model, race, strategy);
    this.#explored.set(key, known);
    return known;
  }

  /** The racing command of a side, with the instances that the pattern gives its keys. */
  #racing(side: 0 | 1): readonly IssuedCommand[] {
    const { name, fields } = this.#pair[side];
    const choices = [...fields.keys()].map((field) => {
      const instance = this.#instanceOf(side, field);
      return instance === null ? this.#valuesOf(field) : [instance];
    });
    return combine([...fields.keys()], choices).map((data) => ({ command: name, data }));
  }

  #instanceOf(side: 0 | 1, field: string): string | null {
    for (const [group, { concept, slots }] of this.#pattern.groups.entries()) {
      const slot = slots.findIndex((one) => one.side === side && one.field === field);
      if (slot >= 0) return `${concept}-${this.#pattern.instances[group]?.[slot]}`;
    }
    return null;
  }

  #everyData(fields: readonly string[]): readonly JsonObject[] {
    return combine(
      fields,
      fields.map((field) => this.#valuesOf(field)),
    );
  }

  /** Both booleans; the pattern's instances of the field's concept and one other. */
  #valuesOf(field: string): readonly (string | boolean)[] {
    const concept = CONCEPT_OF[field as FieldName];
    if (concept === undefined) return [false, true];
    const group = this.#pattern.groups.findIndex((one) => one.concept === concept);
    const used = new Set(group < 0 ? [] : (this.#pattern.instances[group] ?? []));
    return [...used, 'other'].map((instance) => `${concept}-${instance}`);
  }
}

/** What a step of a past appends to a log; nothing when it is not accepted. */
function recordsOf(
  model: CompiledModel,
  log: readonly RecordedEvent[],
  step: PastStep,
): readonly RecordedEvent[] {
  if ('event' in step) return [record(model, step as GivenEvent)];
  const prepared = prepare(model, step as IssuedCommand);
  const decision = decide(model, prepared, log);
  if (decision.kind !== 'accepted') return [];
  return decision.events.map((fact) => ({ ...fact, time: prepared.now }));
}

function gather(): Gathered {
  return { broken: new Set(), stale: new Set(), stopped: new Set(), stoppedForNothing: new Set() };
}

/** Whether the commands of a race, one after the other in some order, write a fact twice, and one of them reads that it is there twice (M7). */
function repeats(model: CompiledModel, log: readonly RecordedEvent[], { commands = [] }: Race): boolean {
  return [commands, commands.toReversed()].some(([first, second]) => {
    if (!first || !second) return false;
    const written = recordsOf(model, log, first);
    const after = [...log, ...written];
    const again = recordsOf(model, after, second).filter((event) =>
      written.some((one) => isSame(one, event)),
    );
    return again.some((event) =>
      [first, second].some((command) => {
        const values = (events: readonly RecordedEvent[]) => sayView(model, command, events);
        return values([...after, event]) !== values(after);
      }),
    );
  });
}

function isSame(one: RecordedEvent, other: RecordedEvent): boolean {
  const text = ({ type, data, tags }: RecordedEvent) =>
    JSON.stringify([type, Object.entries(data).sort(), tags]);
  return text(one) === text(other);
}

function sayView(model: CompiledModel, issued: IssuedCommand, log: readonly RecordedEvent[]): string {
  return readView(model, prepare(model, issued), log)
    .map((state) => ('value' in state ? String(state.value) : '!'))
    .join();
}

function combine(
  fields: readonly string[],
  choices: readonly (readonly (string | boolean)[])[],
): readonly JsonObject[] {
  return fields.reduce<readonly JsonObject[]>(
    (all, field, index) =>
      all.flatMap((data) => (choices[index] ?? []).map((value) => ({ ...data, [field]: value }))),
    [{}],
  );
}

function note(
  found: Map<StrategyId, Found>,
  strategy: StrategyId,
  past: number,
  result: Exploration | Unavailable,
): void {
  const hits = found.get(strategy);
  if (hits === undefined || hits === 'unavailable') return;
  if ('unavailable' in result) {
    found.set(strategy, 'unavailable');
    return;
  }
  for (const verdict of Object.keys(result.verdicts) as Verdict[]) {
    const known = hits.get(verdict);
    const schedule = result.witnesses[verdict]?.length ?? 0;
    if (known === undefined) hits.set(verdict, { past, schedule });
    else if (known.past === past) hits.set(verdict, { past, schedule: Math.min(known.schedule, schedule) });
  }
}

function record(model: CompiledModel, given: GivenEvent): RecordedEvent {
  const recorded = recordGiven(model, given);
  if ('message' in recorded) throw new Error(recorded.message);
  return recorded;
}

// ── The two compared ─────────────────────────────────────────────────────────────────────────────────────────────────

function searchMatrix(model: CompiledModel): readonly MatrixCell[] {
  const search = exploreMatrix(model, { limits: { past: PAST, pasts: 100_000, races: 100_000 } });
  for (;;) {
    const { done, value } = search.next();
    if (done) return value;
  }
}

/** The brute force for each pattern of each pair of commands, in the order of the matrix. */
function bruteForceOf(model: CompiledModel): readonly BruteMatrix[] {
  const commands = [...model.commands.values()];
  return commands.flatMap((first, index) =>
    commands
      .slice(index)
      .flatMap((second) =>
        listPatterns(first, second).map((pattern) => new BruteMatrix(model, [first, second], pattern)),
      ),
  );
}

/** What the matrix says in the form of the brute force. */
function foundIn({ strategies }: PatternResult, strategy: StrategyId): Found {
  const hits = strategies[strategy];
  if (hits === undefined || 'unavailable' in hits) return 'unavailable';
  return new Map(
    Object.entries(hits).map(([verdict, { past, schedule }]) => [
      verdict as Verdict,
      { past: past.length, schedule: schedule.length },
    ]),
  );
}

function sorted(found: Found | undefined): unknown {
  if (found === undefined || found === 'unavailable') return found;
  return [...found].sort(([one], [other]) => one.localeCompare(other));
}

/** A hit is what it says: its past can be run and leaves the race's log, the race shows the verdict, the schedule ends with it. */
function expectGenuine(model: CompiledModel, strategy: StrategyId, verdict: string, hit: Hit): void {
  const log: RecordedEvent[] = [];
  for (const step of hit.past) {
    const records = recordsOf(model, log, step);
    expect(records).not.toEqual([]);
    log.push(...records);
  }
  expect(hit.race.given?.map((given) => record(model, given))).toEqual(log);
  const result = explore(model, hit.race, strategy);
  expect(result).toHaveProperty(`verdicts.${verdict}`);
  expect('witnesses' in result && result.witnesses[verdict as Verdict]).toEqual(hit.schedule);
  const told = tellSchedule(
    model,
    hit.race,
    strategy,
    hit.schedule.map(({ command }) => command),
  );
  if ('unavailable' in told) throw new Error(told.unavailable);
  expect(told.steps.map(({ command, step }) => ({ command, step }))).toEqual(hit.schedule);
  expect(told.steps.at(-1)?.verdict).toBe(verdict);
}

function compileWorld(world: World): CompiledModel {
  const model = compileSections(buildModel(world));
  expect(model.diagnostics).toEqual([]);
  return model;
}

/** Counts how many models were compared, and what they showed. */
class Tried {
  models = 0;
  readonly shown = new Map<string, number>();

  compare(model: CompiledModel): void {
    this.#compareAll(model, MOST_SEQUENCES, (brute, result) => this.#compare(brute, result));
  }

  compareEffects(model: CompiledModel): void {
    this.#compareAll(model, MOST_SEQUENCES / 2, (brute, result) => this.#compareEffects(brute, result));
  }

  #compareAll(
    model: CompiledModel,
    most: number,
    compare: (brute: BruteMatrix, result: PatternResult | undefined) => void,
  ): void {
    const brutes = bruteForceOf(model);
    fc.pre(brutes.reduce((sum, { sequences }) => sum + sequences, 0) <= most);
    const results = searchMatrix(model).flatMap(({ patterns }) => patterns);
    expect(results).toHaveLength(brutes.length);
    for (const [index, brute] of brutes.entries()) compare(brute, results[index]);
    this.models++;
  }

  #compareEffects(brute: BruteMatrix, result: PatternResult | undefined): void {
    const { effects, repeatsAfter } = brute.findEffects();
    for (const [strategy, gathered] of effects) {
      const found = result?.effects[strategy];
      expect(found, `${brute.name}, ${strategy}`).toEqual(gathered === null ? undefined : listAll(gathered));
      for (const [kind, names] of Object.entries(gathered ?? {})) if (names.size > 0) this.#show(kind);
    }
    expect(result?.repeats?.past.length ?? null, brute.name).toBe(repeatsAfter);
    if (repeatsAfter !== null) this.#show('repeats');
  }

  #show(kind: string): void {
    this.shown.set(kind, (this.shown.get(kind) ?? 0) + 1);
  }

  #compare(brute: BruteMatrix, result: PatternResult | undefined): void {
    const expected = brute.find();
    for (const strategy of STRATEGY_IDS)
      expect(sorted(result && foundIn(result, strategy)), `${brute.name}, ${strategy}`).toEqual(
        sorted(expected.get(strategy)),
      );
    const free = expected.get('unguarded');
    if (free === undefined || free === 'unavailable') throw new Error('no guard is always possible');
    expect(result?.name).toBe(brute.name);
    expect(result?.collides).toBe(free.has('missedConflict') || free.has('tolerated'));
    for (const verdict of free.keys()) this.#show(verdict);
  }
}

function listAll(gathered: NonNullable<Gathered>): unknown {
  return Object.fromEntries(Object.entries(gathered).map(([kind, names]) => [kind, [...names].sort()]));
}

describe('the matrix of random tiny models', () => {
  it('M2 M3 M4 shows the verdicts that running every sequence without merging shows, each after a shortest past', () => {
    const tried = new Tried();
    const property = fc.property(worldGene, (world) => {
      if (tried.models < MODELS) tried.compare(compileWorld(world));
    });
    void fc.assert(property, { seed: SEED, numRuns: MODELS });
    expect(tried.models).toBe(MODELS);
    // The models are worth something only when commands do get in each other's way.
    expect(tried.shown.get('missedConflict')).toBeGreaterThan(MODELS / 4);
  });

  it('M6 M7 finds the constraints that every append overtakes, the events that stop one, and facts written twice', () => {
    const tried = new Tried();
    const property = fc.property(worldGene, (world) => {
      if (tried.models < MODELS) tried.compareEffects(compileWorld(world));
    });
    void fc.assert(property, { seed: SEED, numRuns: MODELS });
    expect(tried.models).toBe(MODELS);
    const kinds = ['broken', 'stale', 'stopped', 'stoppedForNothing', 'repeats'];
    expect(kinds.filter((kind) => !tried.shown.has(kind))).toEqual([]);
  });

  it('M3 M5 every hit is genuine: its past can be run, its race shows the verdict, and its schedule ends with it', () => {
    let hits = 0;
    const property = fc.property(worldGene, (world) => {
      const model = compileWorld(world);
      for (const { strategy, verdict, hit } of hitsIn(searchMatrix(model))) {
        expectGenuine(model, strategy, verdict, hit);
        hits++;
      }
    });
    void fc.assert(property, { seed: SEED, numRuns: 2 * MODELS });
    expect(hits).toBeGreaterThan(MODELS);
  });
});

function hitsIn(cells: readonly MatrixCell[]) {
  const all = cells.flatMap(({ patterns }) => patterns.map(({ strategies }) => strategies));
  return all.flatMap((strategies) =>
    STRATEGY_IDS.flatMap((strategy) => {
      const hits = strategies[strategy];
      if (hits === undefined || 'unavailable' in hits) return [];
      return Object.entries(hits).map(([verdict, hit]) => ({ strategy, verdict, hit }));
    }),
  );
}
