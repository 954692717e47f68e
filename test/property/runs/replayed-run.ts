import * as fc from 'fast-check';
import type { CompiledModel } from '../../../src/decision/compiled-model.ts';
import { prepareRace } from '../../../src/exploration/prepare-race.ts';
import { Replay, type ReplayedStep } from '../../../src/exploration/replay.ts';
import { HomelessEvent } from '../../../src/exploration/take-step.ts';
import type { Race } from '../../../src/model/schema.ts';
import type { LiveRun } from '../../../src/runs/live-result.ts';
import type { StrategyId } from '../../../src/strategies/program.ts';

/** What a run on a store and a replay have in common: everything but positions, which may have gaps, and times. */
export interface Essence {
  readonly steps: readonly object[];
  readonly log: readonly object[];
}

/** Whoever is to take each next step, as numbers that choose among the enabled commands. */
export const picks: fc.Arbitrary<readonly number[]> = fc.array(fc.nat({ max: 59 }), {
  minLength: 40,
  maxLength: 40,
});

/** The schedule that picks choose, and what exploration says happens in it; null where the race cannot be run. */
export function replayPicks(
  model: CompiledModel,
  race: Race,
  strategy: StrategyId,
  choices: readonly number[],
): { readonly schedule: readonly number[]; readonly essence: Essence } | null {
  return replayWith(model, race, strategy, (enabled, index) => {
    const choice = choices[index];
    return choice === undefined ? undefined : enabled[choice % enabled.length];
  });
}

/** What exploration says happens in a schedule; null where the race cannot be run. Throws where the schedule is none. */
export function replaySchedule(
  model: CompiledModel,
  race: Race,
  strategy: StrategyId,
  schedule: readonly number[],
): Essence | null {
  return replayWith(model, race, strategy, (_, index) => schedule[index])?.essence ?? null;
}

function replayWith(
  model: CompiledModel,
  race: Race,
  strategy: StrategyId,
  choose: (enabled: readonly number[], index: number) => number | undefined,
): { readonly schedule: readonly number[]; readonly essence: Essence } | null {
  const prepared = prepareRace(model, race, strategy);
  if ('unavailable' in prepared) return null;
  const replay = new Replay(prepared);
  const schedule: number[] = [];
  const steps: object[] = [];
  try {
    for (;;) {
      const command = choose(replay.enabled, schedule.length);
      if (command === undefined) break;
      schedule.push(command);
      steps.push(essenceOf(replay.take(command)));
    }
  } catch (error) {
    if (error instanceof HomelessEvent) return null;
    throw error;
  }
  const log = replay.log.map(({ fact, time, by, streams }) => ({ ...fact, time, by, streams }));
  return { schedule, essence: { steps, log } };
}

function essenceOf({ command, kind, attempt, head, readAt, waitsFor, result }: ReplayedStep): object {
  if (kind === 'acquire') return { command, step: kind, attempt, head, waits: waitsFor.length > 0 };
  return {
    command,
    step: kind,
    attempt,
    head,
    ...(kind === 'append' && { readAt, fresh: result?.decision, violation: result?.violation }),
    ...(kind === 'read' && { decision: result?.decision }),
    ...(result?.verdict && { verdict: result.verdict }),
    ...(result?.outcome && { outcome: result.outcome }),
  };
}

/** A run on a store, told as a replay would tell it: positions become counts. */
export function essenceOfRun({ steps, log }: LiveRun): Essence {
  const countUpTo = (head: number) => log.filter(({ position }) => position <= head).length;
  return {
    steps: steps.map(({ moment, ms, wrote, stream, head, readAt, ...rest }) => ({
      ...rest,
      head: countUpTo(head),
      ...(readAt !== undefined && { readAt: countUpTo(readAt) }),
    })),
    log: log.map(({ position, ...rest }) => rest),
  };
}
