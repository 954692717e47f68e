import type { CompiledModel } from '../../decision/compiled-model.ts';
import { findOne } from '../../workload/find-one.ts';
import { describePlan, planLoad } from '../../workload/plan-load.ts';
import { runLoad } from '../../workload/run-load.ts';
import { findWrongValues, varyWorkload } from '../../workload/sweep.ts';
import { planSweep, sweepLoad } from '../../workload/sweep-load.ts';
import type { LoadQuestions } from './load-questions.ts';

type Answering<N extends keyof LoadQuestions> = Generator<
  LoadQuestions[N]['progress'],
  LoadQuestions[N]['result']
>;

/** Says what a workload comes to. */
export function* answerPlan(
  model: CompiledModel,
  { name, workload }: LoadQuestions['planLoad']['argument'],
): Answering<'planLoad'> {
  yield* [];
  const plan = planLoad(model, name, workload);
  return 'troubles' in plan ? plan : { plan: describePlan(plan) };
}

/** Runs a workload under strategies. */
export function* answerLoad(
  model: CompiledModel,
  { name, workload, ...options }: LoadQuestions['runLoad']['argument'],
): Answering<'runLoad'> {
  const plan = planLoad(model, name, workload);
  return 'troubles' in plan ? plan : yield* runLoad(model, plan, options);
}

/** Runs a workload at the values of a sweep. */
export function* answerSweep(
  model: CompiledModel,
  { name, workload, sweep, ...options }: LoadQuestions['sweepLoad']['argument'],
): Answering<'sweepLoad'> {
  const wrong = findWrongValues(sweep, model.model);
  if (wrong !== null) return { troubles: [{ at: '', message: wrong }] };
  const plans = planSweep(model, name, workload, sweep);
  return 'troubles' in plans ? plans : yield* sweepLoad(model, sweep.parameter, plans, options);
}

/** Makes a race of something that was counted. */
export function* answerFind(
  model: CompiledModel,
  { name, workload, point, ...options }: LoadQuestions['findOne']['argument'],
): Answering<'findOne'> {
  const there = point ? varyWorkload(workload, point.parameter, point.value, model.model) : workload;
  const plan = planLoad(model, name, there);
  return 'troubles' in plan ? plan : yield* findOne(model, plan, options);
}
