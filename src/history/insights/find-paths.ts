import { countOf, formatShare } from '../../lib/format-number.ts';
import { dealAnew } from './deal-anew.ts';
import { type Insight, makeEvidence } from './insight.ts';
import { countUp, idsAt, listStreams, type SeenLog, seeLog, typesAt } from './seen-log.ts';

const FEWEST = 5;
const SHARE = 0.2;
/** A path must be so many times as frequent as chance would have it. */
const BEYOND_CHANCE = 3;
/** Longer ones are too rare to be a path. */
const LONGEST = 12;
const SEED = 1;

/** Sequences of types that many instances of a concept go through from beginning to end. */
export function findPaths(log: SeenLog): readonly Insight[] {
  const dealt = seeLog(dealAnew(log.events, SEED));
  return [...listStreams(log)].flatMap(([concept, tags]) => {
    if (tags.size < FEWEST) return [];
    const paths = countPaths(log, concept);
    const byChance = countPaths(dealt, concept);
    const frequent = [...paths].filter(
      ([path, { count }]) =>
        count >= FEWEST &&
        count >= SHARE * tags.size &&
        count >= BEYOND_CHANCE * (byChance.get(path)?.count ?? 0),
    );
    return frequent.map(([path, { count, sample }]) =>
      tell(log, concept, JSON.parse(path) as string[], { count, sample, of: tags.size }),
    );
  });
}

interface Path {
  count: number;
  readonly sample: readonly number[];
}

/** The paths of more than one type, with the same type in a row once. */
function countPaths(log: SeenLog, concept: string): ReadonlyMap<string, Path> {
  const paths = new Map<string, Path>();
  for (const places of log.instances.get(concept)?.values() ?? []) {
    const types = typesAt(log, places).filter((type, at, all) => type !== all[at - 1]);
    if (types.length < 2 || types.length > LONGEST) continue;
    const key = JSON.stringify(types);
    const path = paths.get(key);
    if (path === undefined) paths.set(key, { count: 1, sample: places });
    else path.count++;
  }
  return paths;
}

function tell(
  log: SeenLog,
  concept: string,
  types: readonly string[],
  { count, sample, of }: Path & { readonly of: number },
): Insight {
  return {
    kind: 'commonPath',
    sentence: `${formatShare(count / of)} of all “${concept}” streams go one way: ${types.join(' → ')}.`,
    strength: count / of,
    evidence: makeEvidence({
      counts: [
        { name: `${concept} that go this way`, count },
        { name: `${concept} in all`, count: of },
      ],
      events: idsAt(log, sample),
      types: [...new Set(types)],
    }),
    next: `Put these events on the board in this order, and the commands between them. What about the other ${countOf(of - count, 'one', 'ones')}?`,
  };
}

const FEWEST_STEPS = 20;
const USUALLY = 0.6;
const BEYOND_FREQUENCY = 2;
const RARELY = 0.05;

/** What nearly always comes after a type in the stream of a tag or an actor, and what rarely does instead. */
export function findNextSteps(log: SeenLog): readonly Insight[] {
  const streams = [...listStreams(log)].map(([concept, tags]) => ({
    of: concept,
    lists: [...tags.values()],
  }));
  const all = [...streams, { of: null, lists: [...log.byActor.values()] }];
  // A detour of a tag's stream is one of the actor's as well, and told once.
  const told = new Set<string>();
  return all
    .flatMap(({ of, lists }) => tellSteps(log, of, lists))
    .filter(({ kind, evidence }) => {
      const key = JSON.stringify(evidence.types);
      if (kind === 'detour' && told.has(key)) return false;
      if (kind === 'detour') told.add(key);
      return true;
    });
}

function tellSteps(
  log: SeenLog,
  of: string | null,
  lists: readonly (readonly number[])[],
): readonly Insight[] {
  const steps = new Map<string, Map<string, number>>();
  const samples = new Map<string, readonly number[]>();
  // With a single stream there is nothing that could be said of streams.
  if (lists.length < FEWEST) return [];
  for (const places of lists) {
    for (let at = 1; at < places.length; at++) {
      const [before = 0, after = 0] = [places[at - 1], places[at]];
      const [one = '', other = ''] = typesAt(log, [before, after]);
      const row = steps.get(one) ?? new Map<string, number>();
      steps.set(one, row);
      countUp(row, other);
      const key = JSON.stringify([one, other]);
      if (!samples.has(key)) samples.set(key, [before, after]);
    }
  }
  return [...steps].flatMap(([type, row]) => tellRow(log, of, type, row, samples));
}

function tellRow(
  log: SeenLog,
  of: string | null,
  type: string,
  row: ReadonlyMap<string, number>,
  samples: ReadonlyMap<string, readonly number[]>,
): readonly Insight[] {
  const total = [...row.values()].reduce((sum, count) => sum + count, 0);
  const [usual, count] = [...row].reduce((best, entry) => (entry[1] > best[1] ? entry : best), ['', 0]);
  const share = count / total;
  const frequency = (log.types.get(usual) ?? 0) / log.events.length;
  if (total < FEWEST_STEPS || usual === type || share < USUALLY || share < BEYOND_FREQUENCY * frequency)
    return [];
  const rare = [...row].filter(([next, seen]) => next !== type && seen <= RARELY * total);
  const evidence = (next: string, seen: number) =>
    makeEvidence({
      counts: [
        { name: `${type} → ${next}`, count: seen },
        { name: `steps after ${type}`, count: total },
      ],
      events: idsAt(log, samples.get(JSON.stringify([type, next])) ?? []),
      types: [type, next],
    });
  const next: Insight = {
    kind: 'nextStep',
    sentence: `${of === null ? `After ${type} the same actor goes on with` : `In “${of}” streams ${type} is followed by`} ${usual}, ${formatShare(share)} of the time.`,
    strength: share,
    evidence: evidence(usual, count),
    next:
      of === null
        ? 'If a person has to do both, they may be one command.'
        : `If this always has to follow, a policy can see to it: whenever ${type}, then the command of ${usual}.`,
  };
  const detours =
    share < 1 - 4 * RARELY
      ? []
      : rare.map(([other, seen]) => tellDetour(of, type, usual, other, seen, total, evidence(other, seen)));
  return [next, ...detours];
}

function tellDetour(
  of: string | null,
  type: string,
  usual: string,
  other: string,
  seen: number,
  total: number,
  evidence: Insight['evidence'],
): Insight {
  return {
    kind: 'detour',
    sentence: `After ${type}${of === null ? '' : ` in “${of}” streams`} usually comes ${usual}; ${countOf(seen, 'time', 'times')} of ${total} it was ${other}.`,
    strength: 1 - seen / total,
    evidence,
    next: 'Ask what happened there: a rule that is not on the board, or a mistake that one should forbid.',
  };
}
