import type { Model } from '../../model/schema.ts';
import { parseKey } from '../element-key.ts';
import type { ModelLinks } from './model-links.ts';
import { ReadyQueue } from './ready-queue.ts';

/** The events of a model in the order of time, and for each those that come before it. */
export interface EventOrder {
  readonly order: readonly string[];
  readonly before: ReadonlyMap<string, ReadonlySet<string>>;
}

/** How much a hint counts: the author's slices more than what follows from policies, and that more than an example. */
const WEIGHTS = { slices: 4, policy: 2, example: 1 } as const;
/** Of a constraint that reads more, or a command that emits more, only so many are looked at. */
const MOST = 20;
const MOST_IN_CIRCLES = 1000;

type Before = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * The order in which events happen, as far as slices, policies, examples and the reading of constraints tell; where
 * they do not, or contradict each other, the document's order.
 */
export function orderEvents(model: Model, links: ModelLinks): EventOrder {
  const names = Object.keys(model.events ?? {});
  const hints = new Hints(new Set(names));
  hints.addSequence(listSliceEvents(model), WEIGHTS.slices);
  for (const { given, then: expected } of model.examples ?? []) {
    hints.addSequence([...listTypes(given), ...listTypes(expected?.events)], WEIGHTS.example);
  }
  for (const { given } of model.races ?? []) hints.addSequence(listTypes(given), WEIGHTS.example);
  for (const [policy, command] of links.issues) {
    hints.addAll(links.triggers.get(policy), links.emits.get(command), WEIGHTS.policy);
  }
  for (const [command, emits] of links.emits) {
    hints.addSequence(emits, WEIGHTS.example);
    for (const constraint of links.checks.get(command) ?? []) {
      hints.addAll(links.reads.get(constraint), emits, WEIGHTS.example);
    }
  }
  return sortByTime(names, hints.listBefore());
}

/** Votes for pairs of events: this one before that one. */
class Hints {
  readonly #events: ReadonlySet<string>;
  readonly #votes = new Map<string, Map<string, number>>();

  constructor(events: ReadonlySet<string>) {
    this.#events = events;
  }

  /** The first occurrence of each event follows that of the one before. */
  addSequence(names: readonly string[], weight: number): void {
    let last: string | undefined;
    for (const name of new Set(names)) {
      if (!this.#events.has(name)) continue;
      if (last !== undefined) this.#add(last, name, weight);
      last = name;
    }
  }

  addAll(earlier: readonly string[] = [], later: readonly string[] = [], weight: number): void {
    for (const one of earlier.slice(0, MOST)) {
      for (const other of later.slice(0, MOST)) if (one !== other) this.#add(one, other, weight);
    }
  }

  /** For each event those that more votes put before it than after it, with how many more. */
  listBefore(): Before {
    return new Map(
      [...this.#votes].map(([later, votes]) => {
        const kept = [...votes].flatMap(([earlier, count]): [string, number][] => {
          const more = count - (this.#votes.get(earlier)?.get(later) ?? 0);
          return more > 0 ? [[earlier, more]] : [];
        });
        return [later, new Map(kept)];
      }),
    );
  }

  #add(earlier: string, later: string, weight: number): void {
    const votes = this.#votes.get(later) ?? new Map<string, number>();
    votes.set(earlier, (votes.get(earlier) ?? 0) + weight);
    this.#votes.set(later, votes);
  }
}

function sortByTime(names: readonly string[], before: Before): EventOrder {
  const left = new Map(names.map((name, index) => [name, { name, index, earlier: 0, lead: 0 }]));
  const after = new Map<string, [string, number][]>();
  const add = (name: string, earlier: number, lead: number) => {
    const event = left.get(name);
    if (!event) return;
    event.earlier += earlier;
    event.lead += lead;
  };
  for (const [later, votes] of before) {
    for (const [earlier, count] of votes) {
      const followers = after.get(earlier) ?? [];
      followers.push([later, count]);
      after.set(earlier, followers);
      add(later, 1, -count);
      add(earlier, 0, count);
    }
  }
  const order: string[] = [];
  const ready = new ReadyQueue([...left.values()].filter(({ earlier }) => earlier === 0));
  while (left.size > 0) {
    const event = ready.take() ?? findLeader(left.values());
    if (event === undefined || !left.delete(event.name)) continue;
    order.push(event.name);
    for (const [later, count] of after.get(event.name) ?? []) {
      add(later, -1, count);
      const follower = left.get(later);
      if (follower?.earlier === 0) ready.add(follower);
    }
  }
  return { order, before: new Map([...before].map(([name, votes]) => [name, new Set(votes.keys())])) };
}

interface Waiting {
  readonly name: string;
  readonly index: number;
  /** How many that come before it are left, and how many more votes it has for coming early than for coming late. */
  earlier: number;
  lead: number;
}

/** Of events that go in circles, the one that most speaks for beginning with. */
function findLeader(waiting: Iterable<Waiting>): Waiting | undefined {
  let best: Waiting | undefined;
  let looked = 0;
  for (const event of waiting) {
    if (best === undefined || event.lead > best.lead) best = event;
    looked++;
    if (looked === MOST_IN_CIRCLES) break;
  }
  return best;
}

function listSliceEvents(model: Model): string[] {
  return (model.slices ?? []).flatMap(({ elements }) =>
    (elements ?? []).flatMap((element) => {
      const key = parseKey(element);
      return key?.kind === 'event' ? [key.name] : [];
    }),
  );
}

function listTypes(events: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(events) ? events : [];
  return list.flatMap((item) =>
    typeof item === 'object' && item !== null && 'event' in item && typeof item.event === 'string'
      ? [item.event]
      : [],
  );
}
