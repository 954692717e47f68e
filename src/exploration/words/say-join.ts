import { sayData } from '../../lib/say-data.ts';
import type { CutOff, PolicyJoin, ToldJoin } from '../result.ts';

/** Who joins because of a step's event, in a sentence. */
export function sayJoining({ command, policy, issues, on, data }: Omit<ToldJoin, 'step'>): string {
  const told = sayData(data);
  return `Because of ${on}, ${policy} issues ${issues}${told ? ` (${told})` : ''}: #${command + 1} joins.`;
}

/** Why a command joins: `because of OrderPlaced by #1`. */
export function sayBecause({ on, after }: Pick<PolicyJoin, 'on' | 'after'>): string {
  return `because of ${on} by #${after + 1}`;
}

/** Where a chain of policies reached the bounds of a race, in a sentence (P6). */
export function sayCutOff({ after, on, policy, issues }: CutOff): string {
  return `The chain was cut off at #${after + 1}: because of its ${on}, ${policy} would issue ${issues}.`;
}
