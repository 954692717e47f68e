import type { CheckedRace, StrategyResult } from '../../exploration/checked-race.ts';
import { occurs } from '../../exploration/findings.ts';
import { sayAttempts } from '../../exploration/words/say-attempts.ts';
import { sayData } from '../../lib/say-data.ts';
import type { IssuedCommand } from '../../model/schema.ts';
import { drawResults, type ResultTableOptions } from './result-table.ts';
import { layTable } from './table.ts';
import { wrapText } from './wrap-text.ts';

/** A race with what happens in it under each strategy, for people. */
export function reportRace({ race, results }: CheckedRace, options: ResultTableOptions): readonly string[] {
  const { paint, columns } = options;
  const about = race.description === undefined ? [] : wrapText(race.description, columns - 2);
  const stopped = isAnyStopped(results) ? wrapText(sayAttempts(race), columns - 2) : [];
  return [
    paint.bold(race.name),
    ...about.map((line) => `  ${paint.dim(line)}`),
    ...listCommands(race.commands ?? []),
    ...stopped.map((line) => `  ${line}`),
    '',
    ...drawResults(results, options),
  ];
}

/** The commands of a race as they are called: `#1  SubscribeStudent  studentId s1`. */
export function listCommands(commands: readonly IssuedCommand[]): readonly string[] {
  return layTable(commands.map(({ command, data }, index) => [`#${index + 1}`, command, sayData(data)]));
}

function isAnyStopped(results: readonly StrategyResult[]): boolean {
  return results.some(
    ({ result }) => 'verdicts' in result && (occurs(result, 'conflict') || occurs(result, 'falseConflict')),
  );
}
