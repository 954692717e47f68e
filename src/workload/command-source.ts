import type { Json, JsonObject } from '../lib/json.ts';
import type { FieldKind } from '../model/field-type.ts';
import { nameInstance } from '../model/name-instance.ts';
import { Links } from './links.ts';
import type { CommandPlan, FieldPlan, LoadPlan } from './load-plan.ts';
import { Pool } from './pool.ts';

/** A command to be run: its name and data, and the instances it is about. */
export interface SourcedCommand {
  readonly command: string;
  readonly data: JsonObject;
  /** `concept:value` of each instance. */
  readonly instances: readonly string[];
  /** Instances it makes, by concept: they can be chosen from when it was accepted. */
  readonly makes: readonly string[];
}

/** How the instances of a command are chosen. */
interface Way {
  /** The concepts of which it takes an instance that there is not yet. */
  readonly fresh: ReadonlySet<string>;
  /** Whether those are preferred that stood in one event with what is chosen already. */
  readonly isLinked: boolean;
}

/** How often is drawn in the way that worked last, and in each other way. */
const TRIES = { known: 8, other: 3 };
/** Commands about more concepts are not tried with every choice of new ones. */
const MOST_CONCEPTS = 3;

/** Draws commands with their data, from pools that grow as commands make instances. */
export class CommandSource {
  readonly #plan: LoadPlan;
  readonly #pools: ReadonlyMap<string, Pool>;
  readonly #links = new Links();
  /** Numbers given out to commands that make an instance; ahead of the pool while those are under way. */
  readonly #made = new Map<string, number>();
  readonly #weights: number;
  /** The commands that have passed at least once. */
  readonly #passed = new Set<string>();
  /** By command: the choices of new instances, the one that worked last first. */
  readonly #ways = new Map<string, readonly ReadonlySet<string>[]>();

  constructor(plan: LoadPlan) {
    this.#plan = plan;
    this.#pools = new Map([...plan.pools].map(([concept, pool]) => [concept, new Pool(pool)]));
    for (const [concept, { count }] of plan.pools) this.#made.set(concept, count);
    this.#weights = plan.mix.reduce((sum, { weight }) => sum + weight, 0);
  }

  /**
   * The next command of the mix. Unless the workload is blind, its instances are drawn again until it `wouldPass`, some
   * of them new if need be; where it cannot pass any more, one that makes instances comes in its place, if there is one.
   */
  draw(random: () => number, wouldPass: (sourced: SourcedCommand) => boolean): SourcedCommand {
    const plan = this.#choosePlan(random);
    const first = this.#fill(plan, BLIND, random);
    if (this.#plan.isBlind) return first;
    const passing = this.#drawPassing(plan, first, random, wouldPass);
    if (passing !== null) return passing;
    const { makers } = this.#plan;
    const maker = makers[Math.floor(random() * makers.length)];
    // One that has never passed is issued all the same, for somebody to see what is in its way.
    if (maker === undefined || !this.#passed.has(plan.command.name)) return first;
    return this.#drawPassing(maker, this.#fill(maker, BLIND, random), random, wouldPass) ?? first;
  }

  #drawPassing(
    plan: CommandPlan,
    first: SourcedCommand,
    random: () => number,
    wouldPass: (sourced: SourcedCommand) => boolean,
  ): SourcedCommand | null {
    const ways = this.#waysOf(plan);
    for (const [index, fresh] of ways.entries()) {
      for (let tries = 0; tries < (index === 0 ? TRIES.known : TRIES.other); tries++) {
        const isFirst = tries === 0 && fresh.size === 0;
        const drawn = isFirst ? first : this.#fill(plan, { fresh, isLinked: tries % 2 === 1 }, random);
        if (!wouldPass(drawn)) continue;
        this.#passed.add(plan.command.name);
        if (index > 0) this.#ways.set(plan.command.name, [fresh, ...ways.filter((way) => way !== fresh)]);
        for (const concept of drawn.makes) this.#made.set(concept, this.#next(concept));
        return drawn;
      }
    }
    return null;
  }

  /** A command of a plan with data in which all instances have the same number, from 0. */
  fillAt(plan: CommandPlan, random: () => number, at: number): SourcedCommand {
    return this.#fill(plan, BLIND, random, at);
  }

  /** Lets an instance be chosen that an accepted command has made. */
  add(concept: string): void {
    this.#pools.get(concept)?.grow();
  }

  /** Remembers which instances an event was about: together they make sense. */
  link(tags: readonly string[]): void {
    if (!this.#plan.isBlind) this.#links.add(tags);
  }

  #choosePlan(random: () => number): CommandPlan {
    let rest = random() * this.#weights;
    const chosen = this.#plan.mix.find(({ weight }) => {
      rest -= weight;
      return rest < 0;
    });
    return chosen ?? (this.#plan.mix.at(-1) as CommandPlan);
  }

  #waysOf({ command, fields }: CommandPlan): readonly ReadonlySet<string>[] {
    const known = this.#ways.get(command.name);
    if (known !== undefined) return known;
    const concepts = [...fields.values()].flatMap((plan) => (plan.kind === 'instance' ? [plan.concept] : []));
    const ways = chooseAll([...new Set(concepts)].slice(0, MOST_CONCEPTS));
    this.#ways.set(command.name, ways);
    return ways;
  }

  #fill({ command, fields }: CommandPlan, way: Way, random: () => number, at?: number): SourcedCommand {
    const data: Record<string, Json> = {};
    const instances: string[] = [];
    const makes: string[] = [];
    const taken = new Map<string, number[]>();
    for (const [field, plan] of fields) {
      if (plan.kind === 'values') {
        data[field] = plan.values[Math.floor(random() * plan.values.length)] ?? null;
        continue;
      }
      const { concept, listOf } = plan;
      const kind = command.fields.get(field);
      const others = taken.get(concept) ?? [];
      const isFresh = way.fresh.has(concept) && others.length === 0;
      if (way.isLinked && !isFresh && listOf === null) {
        const neighbour = this.#links.find(concept, instances, random);
        if (neighbour !== null) {
          data[field] = neighbour;
          instances.push(`${concept}:${neighbour}`);
          continue;
        }
      }
      const numbers = isFresh ? [this.#next(concept)] : this.#choose(plan, others, random, at);
      const values = numbers.map((number) => nameInstance(elementOf(kind), concept, number));
      if (isFresh) makes.push(concept);
      taken.set(concept, [...others, ...numbers]);
      data[field] = listOf === null ? (values[0] ?? null) : values;
      instances.push(...values.map((value) => `${concept}:${value}`));
    }
    return { command: command.name, data, instances, makes };
  }

  #next(concept: string): number {
    return (this.#made.get(concept) ?? 0) + 1;
  }

  /** Fields of one command that name the same concept name different instances, where there are enough. */
  #choose(
    { concept, listOf }: Extract<FieldPlan, { kind: 'instance' }>,
    others: readonly number[],
    random: () => number,
    at: number | undefined,
  ): readonly number[] {
    const pool = this.#pools.get(concept);
    if (pool === undefined) return [1];
    if (at !== undefined) return [((at + others.length) % Math.max(1, pool.count)) + 1];
    const wanted = listOf ?? 1;
    if (wanted === 1 && others.length === 0) return [pool.draw(random)];
    const drawn = pool.drawSome(wanted + others.length, random).filter((number) => !others.includes(number));
    return drawn.length > 0 ? drawn.slice(0, wanted) : [pool.draw(random)];
  }
}

const BLIND: Way = { fresh: new Set(), isLinked: false };

/** Every choice among a few, small ones first. */
function chooseAll(concepts: readonly string[]): readonly ReadonlySet<string>[] {
  let choices: readonly (readonly string[])[] = [[]];
  for (const concept of concepts) choices = choices.flatMap((choice) => [choice, [...choice, concept]]);
  return [...choices].sort((a, b) => a.length - b.length).map((choice) => new Set(choice));
}

function elementOf(kind: FieldKind | undefined): FieldKind {
  if (kind === undefined) return { kind: 'string' };
  return kind.kind === 'list' ? kind.element : kind;
}
