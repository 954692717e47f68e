import type { CompiledModel } from '../decision/compiled-model.ts';
import { LockQueue } from '../exploration/lock-queue.ts';
import { countCommands, prepareRace } from '../exploration/prepare-race.ts';
import type { Outcome, Unavailable } from '../exploration/result.ts';
import { HomelessEvent } from '../exploration/take-step.ts';
import type { Race } from '../model/schema.ts';
import type { StrategyId } from '../strategies/program.ts';
import { sayHomeless } from '../strategies/say-homeless.ts';
import type { LiveRun, LiveStep } from './live-result.ts';
import { appendGiven, type RunStore, readLog } from './open-race.ts';
import { Racer } from './racer.ts';

export interface SteppedOptions {
  /** An empty store. */
  readonly store: RunStore;
  readonly runId: string;
  /** Milliseconds, for timings; without it they are all 0. */
  readonly now?: () => number;
  /** Waited for before each step; when it rejects, the run ends there and rejects too. */
  readonly beforeStep?: () => Promise<void>;
  readonly onStep?: (step: LiveStep) => void;
}

/**
 * Runs a race on a store along a schedule, one step after the other (R2). `schedule` names who takes each step, counted
 * from 0; it may end before the race does. Returns a sentence when the race cannot be run or a command has no step to take.
 */
export async function runStepped(
  model: CompiledModel,
  race: Race,
  strategy: StrategyId,
  schedule: readonly number[],
  { store, runId, now = () => 0, beforeStep, onStep }: SteppedOptions,
): Promise<LiveRun | Unavailable> {
  const prepared = prepareRace(model, race, strategy);
  if ('unavailable' in prepared) return prepared;
  const refused = await appendGiven(store, prepared, runId);
  if (refused) return refused;
  let ticks = 0;
  const ground = { store, runId, now, tick: () => ticks++ };
  const stepper = new Stepper(prepared.runs.map((_, command) => new Racer(prepared, command, ground)));
  const steps: LiveStep[] = [];
  try {
    for (const [index, command] of schedule.entries()) {
      if (!stepper.isEnabled(command))
        return { unavailable: `Step ${index + 1}: #${command + 1} has no step to take there` };
      await beforeStep?.();
      const step = await stepper.take(command);
      steps.push(step);
      onStep?.(step);
    }
  } catch (error) {
    if (error instanceof HomelessEvent) return { unavailable: sayHomeless(error.event) };
    throw error;
  }
  return { steps, outcomes: listOutcomes(steps, countCommands(prepared)), log: await readLog(store, runId) };
}

/** How each command ended; null for one that has not. */
export function listOutcomes(steps: readonly LiveStep[], commands: number): readonly (Outcome | null)[] {
  const outcomes: (Outcome | null)[] = Array.from({ length: commands }, () => null);
  for (const { command, outcome } of steps) if (outcome) outcomes[command] = outcome;
  return outcomes;
}

/** Racers of one process whose locks change hands between two steps (S7, X1). */
class Stepper {
  /** By number; those of policies once they have joined. */
  readonly #racers: Map<number, Racer>;
  readonly #locks = new LockQueue<Racer>();

  constructor(racers: readonly Racer[]) {
    this.#racers = new Map(racers.entries());
  }

  isEnabled(command: number): boolean {
    const phase = this.#racers.get(command)?.phase ?? 'done';
    return phase !== 'done' && phase !== 'wait';
  }

  async take(command: number): Promise<LiveStep> {
    const racer = this.#racers.get(command);
    if (racer === undefined) throw new Error(`the race has no command ${command}`);
    if (racer.phase === 'acquire') {
      const blockers = this.#locks.ask(racer, racer.run.program.locks ?? []);
      return racer.acquire(await racer.lookUp(), blockers.length > 0);
    }
    const step = await racer.take();
    for (const { command: number, racer: joined } of racer.joining()) this.#racers.set(number, joined);
    if (racer.phase === 'done') for (const granted of this.#locks.release(racer)) granted.grant();
    return step;
  }
}
