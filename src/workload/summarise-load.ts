import { OUTCOMES, VERDICTS } from '../exploration/result.ts';
import { estimate } from './estimate.ts';
import { Histogram } from './histogram.ts';
import type {
  CommandLoad,
  Durations,
  Estimate,
  InstanceLoad,
  LoadCounts,
  LoadStretch,
  LongestCommand,
  StrategyLoad,
} from './load-result.ts';
import type { CommandTally, LoadTally } from './tally.ts';

/** So many instances of each concept are named. */
const MOST_INSTANCES = 60;

/** What independent replications of a workload under one strategy come to. Throws when there are none. */
export function summariseLoad(tallies: readonly LoadTally[]): StrategyLoad {
  const [first] = tallies;
  if (first === undefined) throw new Error('Nothing was simulated');
  const seconds = (first.to - first.from) / 1000;
  const each = (count: (tally: LoadTally) => number, whole: (tally: LoadTally) => number): Estimate =>
    estimate(tallies.map((tally) => ratio(count(tally), whole(tally))));
  const commands = (tally: LoadTally) => tally.ended;
  const appends = (tally: LoadTally) => tally.appends;
  const stops = ({ verdicts }: LoadTally) => verdicts.conflict + verdicts.falseConflict;
  return {
    throughput: each(commands, () => seconds),
    goodput: each(
      ({ outcomes }) => outcomes.accepted,
      () => seconds,
    ),
    verdicts: mapNames(VERDICTS, (verdict) =>
      each(({ verdicts }) => verdicts[verdict], verdict.endsWith('Wait') ? commands : appends),
    ),
    stopped: each(stops, appends),
    violations: each(({ violations }) => violations, appends),
    outcomes: mapNames(OUTCOMES, (outcome) => each(({ outcomes }) => outcomes[outcome], commands)),
    attempts: each(({ attempts }) => attempts, commands),
    wasted: each(stops, ({ attempts }) => attempts),
    response: summariseDurations(tallies.map(({ responses }) => responses)),
    wait: summariseDurations(tallies.map(({ waits }) => waits)),
    givenUp: each(({ outcomes }) => outcomes.conflict + outcomes.partial, commands),
    longest: findLongest(tallies),
    commands: addCommands(tallies),
    mostAttempts: Math.max(...tallies.map(({ mostAttempts }) => mostAttempts)),
    stalest: {
      events: Math.max(...tallies.map(({ stalest }) => stalest)),
      ms: Math.max(...tallies.map(({ stalestMs }) => stalestMs)),
    },
    instances: rankInstances(tallies),
    over: addStretches(tallies),
    counts: addCounts(tallies),
  };
}

/** 0 of nothing. */
function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function mapNames<K extends string, T>(names: readonly K[], make: (name: K) => T): { readonly [N in K]: T } {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as { [N in K]: T };
}

function summariseDurations(histograms: readonly Histogram[]): Durations {
  const all = new Histogram();
  for (const histogram of histograms) all.merge(histogram);
  return {
    mean: all.mean,
    p50: all.quantile(0.5),
    p95: all.quantile(0.95),
    p99: all.quantile(0.99),
    worst: all.most,
    count: all.count,
    bars: all.bars(),
  };
}

function rankInstances(tallies: readonly LoadTally[]): readonly InstanceLoad[] {
  const all = new Map<string, { commands: number; stopped: number; missed: number; waited: number }>();
  for (const { instances } of tallies) {
    for (const [instance, own] of instances) {
      const sum = all.get(instance) ?? { commands: 0, stopped: 0, missed: 0, waited: 0 };
      all.set(instance, sum);
      sum.commands += own.commands;
      sum.stopped += own.stopped;
      sum.missed += own.missed;
      sum.waited += own.waited;
    }
  }
  const trouble = ({ stopped, missed, waited }: InstanceLoad) => stopped + missed + waited;
  return [...all]
    .map(([instance, sum]) => ({ instance, concept: instance.slice(0, instance.indexOf(':')), ...sum }))
    .sort((a, b) => trouble(b) - trouble(a) || b.commands - a.commands || (a.instance < b.instance ? -1 : 1))
    .filter(limitEach(({ concept }) => concept, MOST_INSTANCES));
}

/** A filter that lets the first so many of each group pass. */
function limitEach<T>(groupOf: (one: T) => string, most: number): (one: T) => boolean {
  const passed = new Map<string, number>();
  return (one) => {
    const group = groupOf(one);
    const before = passed.get(group) ?? 0;
    passed.set(group, before + 1);
    return before < most;
  };
}

function findLongest(tallies: readonly LoadTally[]): LongestCommand | null {
  const all = tallies.flatMap(({ longest }) => longest ?? []);
  const [first, ...others] = all;
  if (first === undefined) return null;
  const most = others.reduce((best, one) => (one.response > best.response ? one : best), first);
  const { command, instances, response: ms, waited, attempts, outcome } = most;
  return { command, instances, ms, waited, attempts, outcome };
}

function addCommands(tallies: readonly LoadTally[]): readonly CommandLoad[] {
  const names = [...new Set(tallies.flatMap(({ commands }) => [...commands.keys()]))].sort();
  return names.map((command) => {
    const own = tallies.flatMap(({ commands }) => commands.get(command) ?? []);
    const sum = (count: (one: CommandTally) => number) => own.reduce((total, one) => total + count(one), 0);
    const reasons = new Map<string, number>();
    for (const [reason, times] of own.flatMap((one) => [...one.reasons]))
      reasons.set(reason, (reasons.get(reason) ?? 0) + times);
    return {
      command,
      ended: sum(({ ended }) => ended),
      attempts: sum(({ attempts }) => attempts),
      outcomes: mapNames(OUTCOMES, (outcome) => sum(({ outcomes }) => outcomes[outcome])),
      reasons: [...reasons]
        .map(([reason, times]) => ({ reason, times }))
        .sort((a, b) => b.times - a.times || (a.reason < b.reason ? -1 : 1)),
    };
  });
}

function addStretches(tallies: readonly LoadTally[]): readonly LoadStretch[] {
  const [first] = tallies;
  return (first?.stretches ?? []).map((_, index, { length }) => {
    const at = ((first?.to ?? 0) - (first?.from ?? 0)) * (index / length);
    const sum = (kind: keyof LoadTally['stretches'][number]) =>
      tallies.reduce((total, { stretches }) => total + (stretches[index]?.[kind] ?? 0), 0);
    return {
      at,
      ended: sum('ended'),
      accepted: sum('accepted'),
      stopped: sum('stopped'),
      missed: sum('missed'),
      waited: sum('waited'),
    };
  });
}

function addCounts(tallies: readonly LoadTally[]): LoadCounts {
  const sum = (count: (tally: LoadTally) => number) =>
    tallies.reduce((total, tally) => total + count(tally), 0);
  return {
    issued: sum(({ issued }) => issued),
    ended: sum(({ ended }) => ended),
    appends: sum(({ appends }) => appends),
    reads: sum(({ attempts }) => attempts),
    violations: sum(({ violations }) => violations),
    verdicts: mapNames(VERDICTS, (verdict) => sum(({ verdicts }) => verdicts[verdict])),
    outcomes: mapNames(OUTCOMES, (outcome) => sum(({ outcomes }) => outcomes[outcome])),
  };
}
