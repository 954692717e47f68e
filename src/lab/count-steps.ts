import { FINDING_KEYS } from '../exploration/findings.ts';
import type { ToldStep } from '../exploration/result.ts';
import { listFindings } from '../exploration/words/list-findings.ts';
import type { LabDesk } from './lab-desk.ts';

/** How many steps of a schedule are taken: as many as are asked for and there are, or up to the first that shows the worst of it. */
export function countSteps(
  steps: readonly ToldStep[],
  { step, isByHand }: Pick<LabDesk, 'step' | 'isByHand'>,
): number {
  if (step !== null) return Math.max(0, Math.min(step, steps.length));
  if (isByHand) return steps.length;
  const shown = steps.map((told) => listFindings(told));
  const worst = FINDING_KEYS.find((key) => shown.some((keys) => keys.includes(key)));
  if (worst === undefined) return steps.length;
  return shown.findIndex((keys) => keys.includes(worst)) + 1;
}
