import { compileModel } from '../../../src/decision/compile.ts';
import { explore } from '../../../src/exploration/explore.ts';
import type { StrategyId } from '../../../src/strategies/program.ts';
import { createLabEngine } from '../../../src/worker/lab-engine.ts';
import { enrolment, enrolmentRace } from '../../helpers/enrolment.ts';
import { watchStalls } from './stalls.ts';

export interface LargeReport {
  readonly states: number;
  /** Milliseconds: by the engine in its worker, and alone. */
  readonly worker: number;
  readonly alone: number;
  /** How often it said how far it was. */
  readonly told: number;
  readonly stall: number;
}

/** Explores the enrolment race with many commands, asked of a worker that is there already. */
export async function exploreLarge([commands, strategy]: readonly [
  number,
  StrategyId,
]): Promise<LargeReport> {
  const engine = createLabEngine(navigator.hardwareConcurrency);
  await engine.explore({ model: enrolment, race: enrolmentRace(5), strategy });
  let told = 0;
  const onProgress = () => {
    told++;
  };
  const start = performance.now();
  const question = { model: enrolment, race: enrolmentRace(commands), strategy };
  const { result, stall } = await watchStalls(() => engine.explore(question, { onProgress }));
  const worker = performance.now() - start;
  engine.close();
  const compiled = compileModel(enrolment);
  explore(compiled, enrolmentRace(5), strategy);
  const begun = performance.now();
  const same = explore(compiled, question.race, strategy);
  const alone = performance.now() - begun;
  if (JSON.stringify(same) !== JSON.stringify(result)) throw new Error('The worker found something else');
  return { states: 'states' in result ? result.states : Number.NaN, worker, alone, told, stall };
}

/** Milliseconds from giving a large race up, after some time, to the answer of the next question to the same worker. */
export async function cancelLarge(afterMs: number): Promise<number> {
  const engine = createLabEngine(navigator.hardwareConcurrency);
  const strategy = 'unguarded';
  await engine.explore({ model: enrolment, race: enrolmentRace(5), strategy });
  const stopping = new AbortController();
  const lost = engine
    .explore({ model: enrolment, race: enrolmentRace(9), strategy }, { signal: stopping.signal })
    .catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  const start = performance.now();
  stopping.abort(new Error('enough'));
  await lost;
  await engine.explore({
    model: enrolment,
    race: { ...enrolmentRace(5), attempts: 1, now: '2001-01-01T00:00:00Z' },
    strategy,
  });
  const passed = performance.now() - start;
  engine.close();
  return passed;
}
