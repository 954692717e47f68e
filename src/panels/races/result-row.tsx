import { rowsOf } from '../../exploration/words/race-rows.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { None } from './none.tsx';
import { ResultLine, ShareBar } from './result-line.tsx';
import { ResultMarks } from './result-marks.tsx';
import type { ResultRowProps } from './results-view.ts';
import { knownOf } from './say-result.ts';
import { UnknownResult } from './unknown-result.tsx';

const WHY_NO_SHARE = 'How runs end is counted over command runs, which have no share of schedules';

/** What happens under one strategy, a line for each thing that occurs, the worst first. */
export function ResultRow({ view, group, strategy }: ResultRowProps) {
  const { chosen, isMore } = view;
  const result = chosen.results[strategy];
  const known = knownOf(result);
  const isExplored = known !== null && !('unavailable' in known);
  const rows = isExplored ? rowsOf(known) : [];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the strategy's name is the button that does the same.
    <tbody
      className="result-row"
      data-on={strategy === view.strategy}
      data-stale={result?.state === 'working' && known !== null}
      onClick={() => view.choose(strategy)}
    >
      {isExplored ? (
        rows.map((row, index) => (
          <tr key={row.finding ?? 'nothing'}>
            {index === 0 && <StrategyName view={view} strategy={strategy} rows={rows.length} />}
            <td className="result-words" data-long={group.orders === null}>
              <ResultLine view={view} strategy={strategy} row={row} known={known} />
            </td>
            {group.orders === null && (
              <td className="result-bar-cell">
                <ShareBar row={row} known={known} />
              </td>
            )}
            {group.orders !== null && index === 0 && (
              <td className="result-strip-cell" rowSpan={rows.length}>
                <ResultMarks view={view} group={group} strategy={strategy} />
              </td>
            )}
            {isMore && <td className="result-number">{row.share || <None why={WHY_NO_SHARE} />}</td>}
            {isMore && <td className="result-number">{row.chance || <None why={WHY_NO_SHARE} />}</td>}
          </tr>
        ))
      ) : (
        <tr>
          <StrategyName view={view} strategy={strategy} rows={1} />
          <td className="result-words" colSpan={isMore ? 4 : 2}>
            <UnknownResult view={view} strategy={strategy} result={result} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

interface StrategyNameProps extends Omit<ResultRowProps, 'group'> {
  readonly rows: number;
}

function StrategyName({ view, strategy, rows }: StrategyNameProps) {
  const { family, variant, summary, name } = STRATEGIES[strategy];
  return (
    <th className="result-name" scope="rowgroup" rowSpan={rows}>
      <button
        type="button"
        aria-pressed={strategy === view.strategy}
        aria-label={name}
        title={summary}
        onClick={() => view.choose(strategy)}
      >
        {family}
        {variant !== null && <span className="result-variant"> {variant}</span>}
      </button>
    </th>
  );
}
