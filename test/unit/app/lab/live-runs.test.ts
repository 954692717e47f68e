import { describe, expect, it } from 'vitest';
import { HeldLog } from '../../../../src/app/lab/held-log.ts';
import { LiveRunner } from '../../../../src/app/lab/live-runs.ts';
import { compileModel } from '../../../../src/decision/compile.ts';
import { MemoryStore } from '../../../../src/event-store/memory-store.ts';
import type { AppendCondition, NewEvent } from '../../../../src/event-store/port.ts';
import { explore } from '../../../../src/exploration/explore.ts';
import { tellSchedule } from '../../../../src/exploration/tell.ts';
import type { ToldRace } from '../../../../src/exploration/told-race.ts';
import type { FreeSession, RunSession, SteppedSession } from '../../../../src/lab/live-runs.ts';
import { seededRandom } from '../../../../src/lib/seeded-random.ts';
import type { StrategyId } from '../../../../src/strategies/program.ts';
import { enrolment, enrolmentRace } from '../../../helpers/enrolment.ts';
import { FakeLockManager } from '../../../helpers/fake-lock-manager.ts';

const race = enrolmentRace(2);
const compiled = compileModel(enrolment);

/** A store that stops nothing, whatever it is asked to look for. */
class CarelessStore extends MemoryStore {
  override append(events: readonly NewEvent[], _condition?: AppendCondition) {
    return super.append(events);
  }
}

/** Locks of all tabs: what is asked for `ifAvailable` is refused while somebody has it. */
class TabLocks {
  readonly #locks = new FakeLockManager();
  readonly #taken = new Set<string>();

  query() {
    return this.#locks.query();
  }

  async request<T>(
    name: string,
    options: { readonly ifAvailable: boolean } | (() => Promise<T>),
    ifGranted?: (lock: object | null) => Promise<T>,
  ): Promise<T> {
    if (typeof options === 'function') return this.#locks.request(name, options);
    if (ifGranted === undefined) throw new Error('a request without a callback');
    if (this.#taken.has(name)) return ifGranted(null);
    this.#taken.add(name);
    return ifGranted({ name }).finally(() => this.#taken.delete(name));
  }
}

function makeRunner({
  Store = MemoryStore,
  locks = new TabLocks(),
}: {
  readonly Store?: typeof MemoryStore;
  readonly locks?: TabLocks;
} = {}): LiveRunner {
  const held = new HeldLog('board:x/run', () => 'x.ndjson', {
    open: async (name) => new Store(name),
    remove: async () => {},
  });
  let ids = 0;
  return new LiveRunner({
    held,
    engine: { explore: async ({ strategy }) => explore(compiled, race, strategy) },
    locks: locks as unknown as LockManager,
    ground: { random: seededRandom(1), now: () => performance.now(), makeId: () => `run-${ids++}` },
  });
}

/** Resolves when the session has come so far. */
function until(runner: LiveRunner, holds: (session: RunSession) => boolean): Promise<RunSession> {
  return new Promise((resolve) => {
    const look = () => {
      const session = runner.state();
      if (session === null || !holds(session)) return;
      forget();
      resolve(session);
    };
    const forget = runner.listen(look);
    look();
  });
}

const isOver = ({ state }: RunSession) => state !== 'running';

function tell(strategy: StrategyId, order: readonly number[]): ToldRace {
  const told = tellSchedule(compiled, race, strategy, order);
  if ('unavailable' in told) throw new Error(told.unavailable);
  return { ...told, order, enabled: [], swaps: [] };
}

const free = (strategy: StrategyId, times: number) =>
  ({ kind: 'free', model: enrolment, race, strategy, times, thinkMs: 4 }) as const;

describe('races that are run on a store of their own', () => {
  it('R3 are the explored schedules, each of them, and are counted', async () => {
    const runner = makeRunner();
    runner.start(free('tag-condition', 12));
    const session = (await until(runner, isOver)) as FreeSession;
    expect(session).toMatchObject({ state: 'over', agreeing: 12, disagreement: null, tally: { runs: 12 } });
    expect(session.runs.map(({ run }) => run)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(session.exploration).toEqual(explore(compiled, race, 'tag-condition'));
    expect(runner.log.status()?.events).toBeGreaterThan(3);
    runner.close();
  });

  it('R3 show a store that lets through what it should stop', async () => {
    const runner = makeRunner({ Store: CarelessStore });
    runner.start(free('log-version', 10));
    const session = (await until(runner, isOver)) as FreeSession;
    expect(session.agreeing).toBeLessThan(10);
    expect(session.disagreement?.reason).toMatch(
      /^Step \d \(#\d append\) is append .*, and append .* in exploration$/,
    );
    runner.close();
  });

  it('R2 step along the schedule that was told, and let the story follow', async () => {
    const runner = makeRunner();
    const taken: number[] = [];
    const told = tell('stream-version', [0, 1, 1, 0]);
    runner.start({
      kind: 'stepped',
      model: enrolment,
      race,
      strategy: 'stream-version',
      told,
      paceMs: 0,
      onStep: (count) => taken.push(count),
    });
    const session = (await until(runner, isOver)) as SteppedSession;
    expect(session).toMatchObject({ state: 'over', comparison: { isEqual: true, logDiffersAt: null } });
    expect(session.steps).toHaveLength(4);
    expect(taken).toEqual([0, 1, 2, 3, 4]);
    runner.close();
  });

  it('are given up in the middle', async () => {
    const runner = makeRunner();
    runner.start(free('tag-condition', 500));
    await until(runner, (session) => session.kind === 'free' && (session.tally?.runs ?? 0) > 1);
    runner.cancel();
    const session = (await until(runner, isOver)) as FreeSession;
    expect(session.state).toBe('cancelled');
    expect(session.tally?.runs).toBeLessThan(500);
    runner.close();
  });

  it('make way for what is asked for next', async () => {
    const runner = makeRunner();
    runner.start(free('tag-condition', 500));
    await until(runner, (session) => session.kind === 'free' && session.runs.length > 0);
    runner.start(free('unguarded', 2));
    const session = await until(runner, isOver);
    expect(session).toMatchObject({ state: 'over', order: { strategy: 'unguarded' }, agreeing: 2 });
    runner.close();
  });

  it('wait for no other tab, and say that it is at it', async () => {
    const locks = new TabLocks();
    let release = () => {};
    const isReleased = new Promise<void>((resolve) => {
      release = resolve;
    });
    void locks.request('ambit-race:board:x/run', { ifAvailable: true }, () => isReleased);
    const runner = makeRunner({ locks });
    runner.start(free('unguarded', 2));
    const session = await until(runner, isOver);
    expect(session).toMatchObject({ state: 'failed', failure: expect.stringMatching(/^Another tab/) });
    release();
    runner.close();
  });

  it('say why a race cannot be run', async () => {
    const runner = makeRunner();
    runner.start({ ...free('unguarded', 2), race: { name: 'Broken', commands: [{ command: 'Nap' }] } });
    expect(await until(runner, isOver)).toMatchObject({
      state: 'failed',
      failure: 'There is no command "Nap"',
    });
    runner.close();
  });
});
