import type { CompiledModel } from '../decision/compiled-model.ts';
import { matchesQuery } from '../decision/query.ts';
import type { Position } from '../event-store/port.ts';
import { prepareRace } from '../exploration/prepare-race.ts';
import type { Outcome, ToldCheck, Unavailable } from '../exploration/result.ts';
import { HomelessEvent } from '../exploration/take-step.ts';
import { tellChecks } from '../exploration/tell-values.ts';
import type { IssuedCommand } from '../model/schema.ts';
import { type CommandRun, planLegs } from '../strategies/command-run.ts';
import { type Guard, trips } from '../strategies/guard.ts';
import type { StrategyId } from '../strategies/program.ts';
import { sayHomeless } from '../strategies/say-homeless.ts';
import type { LiveStep } from './live-result.ts';
import type { LockService } from './lock-service.ts';
import type { RunStore } from './open-race.ts';
import type { Waits } from './pauses.ts';
import { raceFreely } from './race-freely.ts';
import { Racer } from './racer.ts';
import { viewAt } from './read-snapshot.ts';
import { RefusedAppend } from './refused-append.ts';
import { nameCause, toRecord } from './stored-records.ts';
import { isUpTo } from './up-to.ts';

export interface IssueOptions {
  /** A store with whatever has happened there. */
  readonly store: RunStore;
  readonly runId: string;
  /** Shared by everybody who issues commands on the store. */
  readonly locks: LockService;
  /** Milliseconds, for timings. */
  readonly now: () => number;
  readonly actor?: string;
  /** What the command belongs to; it stands for itself unless said. */
  readonly correlationId?: string;
  /** Waited for before each append; when it rejects, nothing is written and the whole rejects. */
  readonly beforeAppend?: () => Promise<void>;
  readonly onStep?: (step: LiveStep) => void;
}

/** An event that others wrote between a read and the append that rests on it. */
export interface EventSince {
  readonly position: Position;
  readonly type: string;
  readonly inGuard: boolean;
  readonly inBoundary: boolean;
}

/** What became of a command that was issued on a store; plain JSON. */
export interface IssuedRun {
  readonly steps: readonly LiveStep[];
  readonly outcome: Outcome;
  /** What it wrote, copies in several streams each (S6). */
  readonly written: readonly { readonly position: Position; readonly type: string }[];
  /** Each check of the command: at its last read, and at its last step. */
  readonly checks: readonly ToldCheck[];
  /** At an append: what others wrote since the read, as far as the guard or the decision looks at it. */
  readonly since: readonly EventSince[];
}

/**
 * Issues one command on a store that is in use, by the program of a strategy and with one try (R1). Returns a sentence
 * when the command cannot be run; rejects with what the store throws.
 */
export async function issueCommand(
  model: CompiledModel,
  issued: IssuedCommand,
  strategy: StrategyId,
  options: IssueOptions,
): Promise<IssuedRun | Unavailable> {
  const { store, runId, locks, now, actor, correlationId, beforeAppend = atOnce, onStep } = options;
  const prepared = prepareRace(model, { name: issued.command, commands: [issued] }, strategy);
  if ('unavailable' in prepared) return prepared;
  let ticks = 0;
  const racer = new Racer(prepared, 0, { store, runId, actor, correlationId, now, tick: () => ticks++ });
  const pauses: Waits = { beforeStart: atOnce, beforeRead: atOnce, beforeRetry: atOnce, beforeAppend };
  try {
    const { steps } = await raceFreely(racer, { locks, pauses, now, onStep });
    return await tellRun(racer.run, steps, store, runId);
  } catch (error) {
    if (error instanceof RefusedAppend) return { unavailable: error.message };
    if (error instanceof HomelessEvent) return { unavailable: sayHomeless(error.event) };
    throw error;
  }
}

async function atOnce(): Promise<void> {}

async function tellRun(
  run: CommandRun,
  steps: readonly LiveStep[],
  store: RunStore,
  runId: string,
): Promise<IssuedRun> {
  const last = steps.at(-1);
  if (last?.outcome === undefined) throw new Error('a command ended without an outcome');
  const { head, readAt = head } = last;
  const own = nameCause(runId, 0);
  const [atRead, now] = [await viewAt(store, run, readAt, own), await viewAt(store, run, head, own)];
  const checks = tellChecks(run.command.checks, atRead, now);
  const since = await listSince(run, guardOf(run, steps), { readAt, head, own }, store);
  const written = await listWritten(store, steps);
  return { steps, outcome: last.outcome, written, checks, since };
}

async function listWritten(store: RunStore, steps: readonly LiveStep[]): Promise<IssuedRun['written']> {
  const written: { position: Position; type: string }[] = [];
  for (const { wrote = [] } of steps) {
    const [first] = wrote;
    if (first === undefined) continue;
    // What is appended together stands together.
    const last = wrote.at(-1) ?? first;
    for await (const { position, type } of store.read('all', { after: first - 1 })) {
      if (position > last) break;
      if (wrote.includes(position)) written.push({ position, type });
    }
  }
  return written;
}

/** What the last append checked; nothing when the last step was none. */
function guardOf(run: CommandRun, steps: readonly LiveStep[]): Guard {
  const last = steps.at(-1);
  const first = steps.find(({ decision }) => decision !== undefined)?.decision;
  if (last?.step !== 'append' || first?.kind !== 'accepted') return { kind: 'none' };
  const plan = planLegs(run, first.events);
  const leg = 'homeless' in plan ? undefined : plan.find(({ stream }) => stream === (last.stream ?? null));
  return leg?.guard ?? { kind: 'none' };
}

async function listSince(
  run: CommandRun,
  guard: Guard,
  { readAt, head, own }: { readonly readAt: Position; readonly head: Position; readonly own: string },
  store: RunStore,
): Promise<readonly EventSince[]> {
  const since: EventSince[] = [];
  if (readAt === head) return since;
  for await (const event of store.read('all', { after: readAt })) {
    if (isUpTo(event.position, readAt)) continue;
    if (!isUpTo(event.position, head)) break;
    const { position, type, causationId } = event;
    const inGuard = trips(guard, toRecord(event));
    const inBoundary = causationId !== own && matchesQuery(run.command.boundary, event);
    if (inGuard || inBoundary) since.push({ position, type, inGuard, inBoundary });
  }
  return since;
}
