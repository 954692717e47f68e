import type { CheckedRace, StrategyResult } from '../../exploration/checked-race.ts';
import { occurs } from '../../exploration/findings.ts';
import type { PolicyJoin } from '../../exploration/result.ts';
import { sayAttempts } from '../../exploration/words/say-attempts.ts';
import { sayBecause, sayCutOff } from '../../exploration/words/say-join.ts';
import { sayData } from '../../lib/say-data.ts';
import type { IssuedCommand, Race } from '../../model/schema.ts';
import { drawResults, type ResultTableOptions } from './result-table.ts';
import { layTable } from './table.ts';
import { wrapText } from './wrap-text.ts';

/** A race with what happens in it under each strategy, for people. */
export function reportRace({ race, results }: CheckedRace, options: ResultTableOptions): readonly string[] {
  const { paint, columns } = options;
  const about = race.description === undefined ? [] : wrapText(race.description, columns - 2);
  const stopped = isAnyStopped(results) ? wrapText(sayAttempts(race), columns - 2) : [];
  const joins = listJoins(results);
  return [
    paint.bold(race.name),
    ...about.map((line) => `  ${paint.dim(line)}`),
    ...listCommands(race.commands ?? [], joins),
    ...sayPolicies(race, joins, results, columns),
    ...stopped.map((line) => `  ${line}`),
    '',
    ...drawResults(results, options),
  ];
}

/** The commands of a race as they are called: `#1  SubscribeStudent  studentId s1`, and those that join: `#3  ConfirmOrder  because of PaymentAccepted by #1 (ConfirmPaidOrder)`. */
export function listCommands(
  commands: readonly IssuedCommand[],
  joins: readonly (PolicyJoin & Pick<IssuedCommand, 'data'>)[] = [],
): readonly string[] {
  const own = commands.map(({ command, data }, index) => [`#${index + 1}`, command, sayData(data)]);
  const joining = joins.map(({ data, ...join }) => {
    const because = `${sayBecause(join)} (${join.policy})`;
    return [`#${join.command + 1}`, join.issues, [sayData(data), because].filter(Boolean).join(', ')];
  });
  return layTable([...own, ...joining]);
}

/** Who joins under any of the strategies, by number. */
function listJoins(results: readonly StrategyResult[]): readonly PolicyJoin[] {
  const joins = results.flatMap(({ result }) => ('joins' in result ? (result.joins ?? []) : []));
  const byNumber = new Map(joins.map((join) => [join.command, join]));
  return [...byNumber.values()].sort((a, b) => a.command - b.command);
}

/** What a race with policies comes to beyond its commands: that nobody joins, or where a chain is cut off (P6). */
function sayPolicies(
  race: Race,
  joins: readonly PolicyJoin[],
  results: readonly StrategyResult[],
  columns: number,
): readonly string[] {
  if (race.policies !== true) return [];
  const cuts = results.flatMap(({ result }) => ('cutOff' in result ? (result.cutOff ?? []) : []));
  const none = joins.length === 0 ? ['Policies take part, and none reacts to what is written here.'] : [];
  const said = [...none, ...new Set(cuts.map(sayCutOff))];
  return said.flatMap((line) => wrapText(line, columns - 2).map((part) => `  ${part}`));
}

function isAnyStopped(results: readonly StrategyResult[]): boolean {
  return results.some(
    ({ result }) => 'verdicts' in result && (occurs(result, 'conflict') || occurs(result, 'falseConflict')),
  );
}
