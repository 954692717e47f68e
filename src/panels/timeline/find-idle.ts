import type { ToldSchedule, ToldStep } from '../../exploration/result.ts';

/** The commands that do not matter in a schedule: nothing is judged of them but that they are safe, and nobody else sees, guards, joins because of or waits for anything of theirs. */
export function findIdle({ steps, joined = [] }: ToldSchedule): ReadonlySet<number> {
  const commands = [...new Set(steps.map(({ command }) => command))];
  const idle = commands.filter((command) => {
    const own = steps.filter((step) => step.command === command);
    const isCause = joined.some(({ after }) => after === command);
    return own.every(isPlain) && !isCause && !isFelt(command, own, steps);
  });
  return new Set(idle.length < commands.length ? idle : []);
}

function isPlain({ verdict = 'safe', outcome, waitsFor = [] }: ToldStep): boolean {
  return verdict === 'safe' && outcome !== 'error' && outcome !== 'partial' && waitsFor.length === 0;
}

/** Whether another command depends on what a command wrote, or waits for it. */
function isFelt(command: number, own: readonly ToldStep[], steps: readonly ToldStep[]): boolean {
  const wrote = own.flatMap((step) => step.wrote ?? []);
  return steps.some((step) => {
    if (step.command === command) return false;
    const felt = [...(step.inGuard ?? []), ...(step.needs ?? []).flatMap(({ seen }) => seen)];
    return (step.waitsFor ?? []).includes(command) || felt.some((position) => wrote.includes(position));
  });
}
