import type { LoadPlan } from '../../../src/workload/load-plan.ts';
import { planLoad } from '../../../src/workload/plan-load.ts';
import { compileShipped } from '../models/shipped-model.ts';

export const COURSES = compileShipped('course-subscriptions');

/** Few students, courses and seats, and much at once: a lot goes wrong. */
const RUSH = {
  commands: {
    SubscribeStudent: { weight: 6 },
    RegisterStudent: { weight: 2, data: { limit: [1, 1000] } },
    ChangeCapacity: { weight: 2, data: { capacity: [1, 1000] } },
  },
  instances: { course: { count: 3 }, student: { count: 4 } },
  arrivals: { rate: 60 },
  window: { exponential: 30 },
  start: { DefineCourse: 3, RegisterStudent: 4 },
  attempts: 2,
  warmUp: 0,
  duration: 20,
};

export function planRush(): LoadPlan {
  const plan = planLoad(COURSES, 'Rush', RUSH);
  if ('troubles' in plan) throw new Error(plan.troubles[0]?.message);
  return plan;
}
