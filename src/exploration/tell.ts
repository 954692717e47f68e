import type { CompiledModel } from '../decision/compiled-model.ts';
import type { PreparedCheck } from '../decision/prepare.ts';
import { matchesQuery, unionOf } from '../decision/query.ts';
import type { Race } from '../model/schema.ts';
import { belongsToLeg, type CommandRun, type Plan } from '../strategies/command-run.ts';
import { trips } from '../strategies/guard.ts';
import type { StrategyId } from '../strategies/program.ts';
import { sayHomeless } from '../strategies/say-homeless.ts';
import { prepareRace } from './prepare-race.ts';
import { Replay, type ReplayedStep, type WrittenRecord } from './replay.ts';
import type { CutOff, LogEntry, ToldCheck, ToldJoin, ToldSchedule, ToldStep, Unavailable } from './result.ts';
import { sayStep } from './say-step.ts';
import { HomelessEvent } from './take-step.ts';
import { tellNeeds } from './tell-needs.ts';
import { tellChecks, tellProjections } from './tell-values.ts';
import { sayCutOff, sayJoining } from './words/say-join.ts';

/**
 * A schedule told step by step, with all that a reader needs to understand each step. `commands` names who takes each
 * step, counted from 0. Returns a sentence when the race cannot be run or a command has no step to take where it should.
 */
export function tellSchedule(
  model: CompiledModel,
  race: Race,
  strategy: StrategyId,
  commands: readonly number[],
): ToldSchedule | Unavailable {
  const prepared = prepareRace(model, race, strategy);
  if ('unavailable' in prepared) return prepared;
  const replay = new Replay(prepared);
  const steps: ToldStep[] = [];
  const joined: ToldJoin[] = [];
  const cutOff: CutOff[] = [];
  try {
    for (const [index, command] of commands.entries()) {
      if (!replay.enabled.includes(command)) {
        return { unavailable: `Step ${index + 1}: #${command + 1} has no step to take there` };
      }
      const step = replay.take(command);
      steps.push(tellStep(replay, step));
      joined.push(...step.joined.map((join) => ({ ...join, step: index })));
      cutOff.push(...step.cutOff);
    }
  } catch (error) {
    if (!(error instanceof HomelessEvent)) throw error;
    return { unavailable: sayHomeless(error.event) };
  }
  const log = replay.log.map(tellRecord);
  if (prepared.policies === null) return { steps, log };
  joined.sort((a, b) => a.command - b.command);
  return { steps, log, joined, ...(cutOff.length > 0 && { cutOff }) };
}

function tellStep(replay: Replay, step: ReplayedStep): ToldStep {
  const run = replay.runOf(step.command);
  const { command, kind, head, attempt, result } = step;
  const leg = planOf(step)?.[legOf(step)];
  const stream = leg?.stream;
  const told: Omit<ToldStep, 'reason'> = {
    command,
    step: kind,
    head,
    attempt,
    ...(stream && { stream }),
    ...(leg &&
      kind === 'read' && {
        toAppend: leg.records.map(({ fact: { type, data } }) => ({ type, data })),
        guard: leg.guard,
      }),
    ...(kind === 'acquire' && { keys: run.program.locks ?? [], waitsFor: step.waitsFor }),
    needs: tellNeeds(
      run,
      command,
      checksOf(run, step),
      step.guard ?? { kind: 'none' },
      replay.log.slice(0, head),
    ),
    ...(kind !== 'acquire' && {
      projections: tellProjections(run, step.seen, step.now),
      checks: tellChecks(checksOf(run, step), step.seen, step.now),
    }),
    ...(kind === 'read' && result && { decision: result.decision }),
    ...(kind === 'append' && tellAppend(run, replay.log, step)),
    ...(result?.verdict && { verdict: result.verdict }),
    ...(result?.outcome && { outcome: result.outcome }),
  };
  const after =
    kind === 'append' ? tellChecks(checksOf(run, step), step.seen, replay.viewOf(command, true)) : [];
  const checks =
    (told.wrote ?? []).length > 0
      ? told.checks?.map((check, at) => ({ ...check, ...tellAfter(after[at]) }))
      : told.checks;
  const reason = sayStep(told, replay.log.map(tellRecord), after);
  const because = [...step.joined.map(sayJoining), ...step.cutOff.map(sayCutOff)];
  return { ...told, ...(checks && { checks }), reason: [reason, ...because].join(' ') };
}

function tellAfter(check: ToldCheck | undefined): Partial<ToldCheck> {
  return check ? { after: check.now, holdsAfter: check.holdsNow } : {};
}

/** The plan that a step belongs to: at a first read, the one it makes. */
function planOf({ before, result }: ReplayedStep): Plan | null {
  if (before.phase === 'append') return before.plan;
  if (before.phase === 'read' && before.plan) return before.plan;
  return result?.next.phase === 'append' ? result.next.plan : null;
}

function legOf({ before }: ReplayedStep): number {
  return before.phase === 'append' || before.phase === 'read' ? before.leg : 0;
}

/** What the step's leg checks; before there is a plan, everything. */
function checksOf(run: CommandRun, step: ReplayedStep): readonly PreparedCheck[] {
  const plan = planOf(step);
  const { checks } = run.command;
  return plan === null ? checks : checks.filter((check) => belongsToLeg(run, check, plan, legOf(step)));
}

function tellAppend(run: CommandRun, log: readonly WrittenRecord[], step: ReplayedStep): Partial<ToldStep> {
  const { before, result, readAt, head, guard } = step;
  if (before.phase !== 'append' || result === null) return {};
  const between = log.slice(readAt, head).map((record, index) => ({ record, position: readAt + index + 1 }));
  const { projections } = run.command;
  const boundary = unionOf(
    checksOf(run, step).flatMap((check) =>
      check.projections.flatMap((index) => projections[index]?.item ?? []),
    ),
  );
  const positions = (keep: (record: WrittenRecord) => boolean) =>
    between.filter(({ record }) => keep(record)).map(({ position }) => position);
  return {
    decision: before.stale,
    fresh: result.decision,
    readAt,
    guard: guard ?? { kind: 'none' },
    inGuard: positions((record) => guard !== null && trips(guard, record)),
    inBoundary: positions((record) => record.by !== step.command && matchesQuery(boundary, record.fact)),
    violation: result.violation,
    wrote: log.slice(head).map((_, index) => head + index + 1),
  };
}

function tellRecord({ fact, time, streams, by }: WrittenRecord, index: number): LogEntry {
  return { position: index + 1, type: fact.type, tags: fact.tags, data: fact.data, time, by, streams };
}
