import { groupByKind } from '../../../lab/boundary/boundary-kinds.ts';
import type { StrategyId } from '../../../strategies/program.ts';
import { STRATEGIES } from '../../../strategies/registry.ts';
import type { BoundaryReport } from '../../../strategies/report-boundary.ts';
import { useInspector } from '../use-inspector.ts';
import { NeedSquares } from './need-squares.tsx';
import type { Reported, Reports } from './use-reports.ts';

/** What each strategy makes of the same command; a click shows everything under it. */
export function OtherGuards({ reports: { strategy, all } }: { readonly reports: Reports }) {
  const { lab } = useInspector();
  return (
    <table className="other-guards">
      <thead>
        <tr>
          <th scope="col">Strategy</th>
          <th scope="col" colSpan={2} title="What the command depends on: each event type under each filter">
            {sayCount(all)}
          </th>
          <th
            scope="col"
            title="Guarded or locked, and not needed: stops the command, or lets it wait, for nothing"
          >
            extra
          </th>
        </tr>
      </thead>
      <tbody>
        {all.map(([id, reported]) => (
          <tr key={id} data-on={id === strategy} onClick={() => lab.getState().choose(id)}>
            <th scope="row">
              <button type="button" aria-pressed={id === strategy} title={STRATEGIES[id].summary}>
                {STRATEGIES[id].name}
              </button>
            </th>
            <Cells reported={reported} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cells({ reported }: { readonly reported: Reported }) {
  if ('unavailable' in reported) {
    return (
      <td colSpan={3} className="other-guards-none" title={reported.unavailable}>
        cannot be used
      </td>
    );
  }
  const { kept, open, relaxed, extra } = groupByKind(reported);
  return (
    <>
      <td>
        <NeedSquares kept={kept.length} relaxed={relaxed.length} open={open.length} />
      </td>
      <td className={open.length > 0 ? 'other-guards-open' : 'other-guards-kept'}>
        {sayKept(reported, open.length)}
      </td>
      <td className={extra.length > 0 ? 'other-guards-extra' : 'other-guards-none'}>{extra.length}</td>
    </>
  );
}

function sayKept({ guard, parts }: BoundaryReport, open: number): string {
  const held = guard.kind === 'locks' ? 'locked' : 'guarded';
  if (open > 0) return `${open} not ${held}`;
  if (!parts.some(({ needed }) => needed)) return '';
  return parts.some(({ needed, guarded }) => needed && !guarded) ? `rest ${held}` : `all ${held}`;
}

/** The needs are the same under every strategy. */
function sayCount(all: readonly (readonly [StrategyId, Reported])[]): string {
  const counts = all.flatMap(([, reported]) =>
    'unavailable' in reported ? [] : [reported.parts.filter(({ needed }) => needed).length],
  );
  const count = Math.max(0, ...counts);
  return count === 1 ? '1 need' : `${count} needs`;
}
