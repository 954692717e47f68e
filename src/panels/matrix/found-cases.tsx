import { FINDINGS, type FindingKey } from '../../exploration/findings.ts';
import type { Hit, MatrixCell } from '../../exploration/matrix-result.ts';
import type { Verdict } from '../../exploration/result.ts';
import type { LabParts } from '../../lab/lab-parts.ts';
import { countOf } from '../../lib/format-number.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { listColumns, type MatrixFilter } from './matrix-filter.ts';
import { keepHit } from './take-hit.ts';

export interface FoundCasesProps {
  readonly parts: LabParts;
  readonly cells: readonly MatrixCell[];
  readonly filter: MatrixFilter;
}

interface Case {
  readonly commands: readonly [string, string];
  readonly pattern: string;
  readonly strategy: StrategyId;
  readonly hit: Hit;
}

/** Every case of what is looked for: to be opened, or kept with one click (M5). */
export function FoundCases({ parts, cells, filter }: FoundCasesProps) {
  const { finding } = filter;
  if (finding === null) return null;
  const cases = listCases(cells, filter, finding);
  const { name } = FINDINGS[finding];
  return (
    <section className="matrix-cases" aria-label="Cases found">
      <h3>
        <VerdictMark finding={finding} /> {countOf(cases.length, 'case', 'cases')} of a {name}
      </h3>
      {cases.length === 0 && (
        <p className="muted">None was found within the bounds. It may still be possible beyond them.</p>
      )}
      <ul>
        {cases.map(({ commands, pattern, strategy, hit }) => (
          <li key={`${commands.join()} ${pattern} ${strategy}`}>
            <span>
              {commands.join(' × ')} <span className="muted">{pattern}</span> {STRATEGIES[strategy].name}
            </span>
            <button type="button" className="link-button" onClick={() => openHit(parts, strategy, hit)}>
              Open the race
            </button>
            <button
              type="button"
              className="link-button"
              onClick={() => {
                const at = keepHit(parts.board, hit, commands, pattern);
                parts.lab.setState({ race: { kind: 'kept', at } });
              }}
            >
              Keep it
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function openHit({ lab }: LabParts, strategy: StrategyId, { race, schedule }: Hit): void {
  const order = schedule.map(({ command }) => command);
  lab.getState().choose(strategy);
  lab.getState().openRace({ kind: 'found', race }, { schedule: { strategy, order }, step: order.length });
}

function listCases(cells: readonly MatrixCell[], filter: MatrixFilter, finding: FindingKey): readonly Case[] {
  const strategies = filter.strategy === null ? listColumns(filter.columns) : [filter.strategy];
  return cells.flatMap(({ commands, patterns }) =>
    patterns.flatMap((pattern) =>
      strategies.flatMap((strategy) => {
        const hits = pattern.strategies[strategy];
        const hit = hits && !('unavailable' in hits) ? hits[finding as Verdict] : undefined;
        return hit ? [{ commands, pattern: pattern.name, strategy, hit }] : [];
      }),
    ),
  );
}
