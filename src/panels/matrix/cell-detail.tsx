import { X } from 'lucide-react';
import { useState } from 'react';
import { FINDINGS, type FindingKey } from '../../exploration/findings.ts';
import type { Hit, MatrixCell, PatternResult } from '../../exploration/matrix-result.ts';
import type { Verdict } from '../../exploration/result.ts';
import { keysOfHits } from '../../exploration/words/found-keys.ts';
import type { LabParts } from '../../lab/lab-parts.ts';
import type { Model } from '../../model/schema.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { HitCard } from './hit-card.tsx';
import { sayWhen } from './matrix-words.ts';

export interface CellDetailProps {
  readonly parts: LabParts;
  readonly model: Model;
  readonly cell: MatrixCell;
  readonly columns: readonly StrategyId[];
  readonly strategy: StrategyId;
  readonly onClose: () => void;
}

/** One case of a pair: a pattern, a strategy, and what occurs there. */
interface Chosen {
  readonly pattern: string;
  readonly strategy: StrategyId;
  readonly finding: FindingKey;
}

/** Everything that can happen between two commands, and how each comes about. */
export function CellDetail({ parts, model, cell, columns, strategy, onClose }: CellDetailProps) {
  const [picked, setPicked] = useState<Chosen | null>(null);
  const chosen = picked ?? chooseFirst(cell, strategy);
  const hit = chosen && findHit(cell, chosen);
  return (
    <aside className="matrix-detail" aria-label={`${cell.commands[0]} × ${cell.commands[1]}`}>
      <header className="matrix-detail-head">
        <h3>
          {cell.commands[0]} <span className="muted">×</span> {cell.commands[1]}
        </h3>
        <button type="button" className="icon-button" aria-label="Close the pair" onClick={onClose}>
          <X size={16} aria-hidden="true" />
        </button>
      </header>
      <p className="matrix-detail-when">{sayWhen(cell)}</p>
      <table className="matrix-patterns">
        <thead>
          <tr>
            <th scope="col">
              <abbr title="Which instances the two commands have in common">Pattern</abbr>
            </th>
            {columns.map((id) => (
              <th key={id} scope="col" data-on={id === strategy} title={STRATEGIES[id].summary}>
                <span>{STRATEGIES[id].family}</span>
                <span>{STRATEGIES[id].variant}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cell.patterns.map((pattern) => (
            <PatternRow
              key={pattern.name}
              pattern={pattern}
              columns={columns}
              strategy={strategy}
              chosen={chosen}
              onChoose={setPicked}
            />
          ))}
        </tbody>
      </table>
      {chosen && hit ? (
        <HitCard
          key={JSON.stringify(chosen)}
          parts={parts}
          model={model}
          hit={hit}
          strategy={chosen.strategy}
          finding={chosen.finding}
          pattern={chosen.pattern}
          commands={cell.commands}
        />
      ) : (
        <p className="matrix-detail-none">
          Nothing was found here that could be shown: no past lets both commands go through.
        </p>
      )}
    </aside>
  );
}

interface PatternRowProps {
  readonly pattern: PatternResult;
  readonly columns: readonly StrategyId[];
  readonly strategy: StrategyId;
  readonly chosen: Chosen | null;
  readonly onChoose: (chosen: Chosen) => void;
}

function PatternRow({ pattern, columns, strategy, chosen, onChoose }: PatternRowProps) {
  const { name, strategies, possible } = pattern;
  return (
    <tr>
      <th scope="row" data-on={chosen?.pattern === name}>
        {name}
        {!possible && <span className="matrix-pattern-note">no past lets both through</span>}
      </th>
      {columns.map((id) => (
        <td key={id} data-on={id === strategy}>
          {(keysOfHits(strategies[id]) ?? []).map((finding) => {
            const isOn = chosen?.pattern === name && chosen.strategy === id && chosen.finding === finding;
            return (
              <button
                key={finding}
                type="button"
                className="matrix-mark"
                aria-pressed={isOn}
                aria-label={`${name}, ${STRATEGIES[id].name}: ${FINDINGS[finding].name}`}
                title={`${FINDINGS[finding].name}: ${FINDINGS[finding].meaning}`}
                onClick={() => onChoose({ pattern: name, strategy: id, finding })}
              >
                <VerdictMark finding={finding} size={16} />
              </button>
            );
          })}
          {keysOfHits(strategies[id]) === null && <span title="cannot be used here">–</span>}
        </td>
      ))}
    </tr>
  );
}

/** The worst under the chosen strategy, otherwise the worst under any. */
function chooseFirst(cell: MatrixCell, strategy: StrategyId): Chosen | null {
  const all = (Object.keys(FINDINGS) as FindingKey[]).flatMap((finding) =>
    cell.patterns.map((pattern) => ({ finding, pattern: pattern.name })),
  );
  const others = Object.keys(STRATEGIES) as StrategyId[];
  for (const id of [strategy, ...others]) {
    const first = all.find((one) => findHit(cell, { ...one, strategy: id }) !== null);
    if (first) return { ...first, strategy: id };
  }
  return null;
}

function findHit(cell: MatrixCell, { pattern, strategy, finding }: Chosen): Hit | null {
  const hits = cell.patterns.find(({ name }) => name === pattern)?.strategies[strategy];
  if (hits === undefined || 'unavailable' in hits) return null;
  return hits[finding as Verdict] ?? null;
}
