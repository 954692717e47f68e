import type { FieldTypes } from '../decision/compiled-model.ts';
import type { Json, JsonObject } from '../lib/json.ts';
import type { FieldKind } from '../model/field-type.ts';
import { nameInstance } from '../model/name-instance.ts';
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

/** Draws commands with their data, from pools that grow as commands make instances. */
export class CommandSource {
  readonly #plan: LoadPlan;
  readonly #pools: ReadonlyMap<string, Pool>;
  /** Numbers given out to commands that make an instance; ahead of the pool while those are under way. */
  readonly #made = new Map<string, number>();
  readonly #weights: number;

  constructor(plan: LoadPlan) {
    this.#plan = plan;
    this.#pools = new Map([...plan.pools].map(([concept, pool]) => [concept, new Pool(pool)]));
    for (const [concept, { count }] of plan.pools) this.#made.set(concept, count);
    this.#weights = plan.mix.reduce((sum, { weight }) => sum + weight, 0);
  }

  /** The next command of the mix. */
  draw(random: () => number): SourcedCommand {
    let rest = random() * this.#weights;
    const chosen = this.#plan.mix.find(({ weight }) => {
      rest -= weight;
      return rest < 0;
    });
    return this.fill(chosen ?? (this.#plan.mix.at(-1) as CommandPlan), random);
  }

  /** A command of a plan with data; `at`, from 0, gives all its instances by number instead of by chance. */
  fill({ command, fields }: CommandPlan, random: () => number, at?: number): SourcedCommand {
    const data: Record<string, Json> = {};
    const instances: string[] = [];
    const makes: string[] = [];
    const taken = new Map<string, Set<number>>();
    for (const [field, plan] of fields) {
      if (plan.kind === 'values') {
        data[field] = plan.values[Math.floor(random() * plan.values.length)] ?? null;
        continue;
      }
      const numbers = this.#choose(plan, taken, random, at);
      if (plan.isFresh && at === undefined) makes.push(plan.concept);
      const kind = kindOf(command.fields, field);
      const values = numbers.map((number) => nameInstance(elementOf(kind), plan.concept, number));
      data[field] = kind?.kind === 'list' ? values : (values[0] ?? null);
      for (const value of values) instances.push(`${plan.concept}:${value}`);
    }
    return { command: command.name, data, instances, makes };
  }

  /** Lets an instance be chosen that an accepted command has made. */
  add(concept: string): void {
    this.#pools.get(concept)?.grow();
  }

  #choose(
    plan: Extract<FieldPlan, { kind: 'instance' }>,
    taken: Map<string, Set<number>>,
    random: () => number,
    at: number | undefined,
  ): readonly number[] {
    const { concept } = plan;
    const pool = this.#pools.get(concept);
    if (pool === undefined) return [1];
    const others = taken.get(concept) ?? new Set();
    taken.set(concept, others);
    const chosen = this.#drawFrom(pool, plan, others, random, at);
    for (const number of chosen) others.add(number);
    return chosen;
  }

  /** Fields of one command that name the same concept name different instances, where there are enough. */
  #drawFrom(
    pool: Pool,
    { concept, isFresh, listOf }: Extract<FieldPlan, { kind: 'instance' }>,
    others: ReadonlySet<number>,
    random: () => number,
    at: number | undefined,
  ): readonly number[] {
    if (at !== undefined) return [((at + others.size) % Math.max(1, pool.count)) + 1];
    if (isFresh) {
      const number = (this.#made.get(concept) ?? 0) + 1;
      this.#made.set(concept, number);
      return [number];
    }
    const wanted = listOf ?? 1;
    const drawn = pool.drawSome(wanted + others.size, random).filter((number) => !others.has(number));
    return drawn.length > 0 ? drawn.slice(0, wanted) : [pool.draw(random)];
  }
}

function kindOf(fields: FieldTypes, field: string): FieldKind | undefined {
  return fields.get(field);
}

function elementOf(kind: FieldKind | undefined): FieldKind {
  if (kind === undefined) return { kind: 'string' };
  return kind.kind === 'list' ? kind.element : kind;
}
