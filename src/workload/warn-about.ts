import { groupDigits } from '../lib/format-number.ts';
import { joinWords } from '../lib/join-words.ts';
import type { CommandLoad, LoadResult, StrategyLoad } from './load-result.ts';

/** From so large a share of rejections on, a command says little about boundaries. */
const MANY = 0.9;
/** Of fewer commands nothing is said. */
const FEW = 10;
const MOST_REASONS = 3;

/**
 * What the runs show to be wrong with the workload itself, in sentences: commands that are rejected (or fail) nearly
 * always under every strategy, whatever the load.
 */
export function warnAbout(strategies: LoadResult['strategies']): readonly string[] {
  const loads = Object.values(strategies).filter((load): load is StrategyLoad => !('unavailable' in load));
  const [first, ...others] = loads;
  if (first === undefined) return [];
  return first.commands.flatMap((own) => {
    const same = others.flatMap(
      ({ commands }) => commands.find(({ command }) => command === own.command) ?? [],
    );
    return isHopeless(own) && same.every(isHopeless) ? [sayHopeless(own)] : [];
  });
}

function isHopeless({ ended, outcomes }: CommandLoad): boolean {
  return ended >= FEW && (outcomes.rejected + outcomes.error) / ended >= MANY;
}

function sayHopeless({ command, ended, outcomes, reasons }: CommandLoad): string {
  const times = outcomes.rejected + outcomes.error;
  const what = outcomes.error > outcomes.rejected ? 'failed' : 'was rejected';
  const named = reasons.slice(0, MOST_REASONS).map(({ reason }) => reason);
  return `${command} ${what} ${groupDigits(times)} of ${groupDigits(ended)} times: ${joinWords(named)}.`;
}
