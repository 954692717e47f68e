import { countOf, formatMs, formatShare } from '../../lib/format-number.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { LineChart } from '../../ui/chart/line-chart.tsx';
import type { Series } from '../../ui/chart/series.ts';
import type { StrategyLoad } from '../../workload/load-result.ts';
import type { SweepPoint } from '../../workload/sweep-load.ts';
import { loadAt } from './load-series.ts';

export interface LoadDetailsProps {
  readonly point: SweepPoint;
  readonly strategy: StrategyId;
  /** Where the point is, in words. */
  readonly where: string;
}

/** More about one point under the chosen strategy: over time, command by command, and who had it worst. */
export function LoadDetails({ point, strategy, where }: LoadDetailsProps) {
  const load = loadAt(point, strategy);
  if (load === null) return null;
  const { name } = STRATEGIES[strategy];
  return (
    <section className="load-details" aria-label="More about the chosen strategy">
      <h3>{`${name}, at ${where}`}</h3>
      <div className="load-details-body">
        <OverTime load={load} duration={point.result.duration} replications={point.result.replications} />
        <div>
          <Commands load={load} />
          <p className="load-hint">{sayWorst(load)}</p>
        </div>
      </div>
    </section>
  );
}

interface OverTimeProps {
  readonly load: StrategyLoad;
  /** In milliseconds. */
  readonly duration: number;
  readonly replications: number;
}

/** What happened in each part of the counted time, a second. */
function OverTime({ load, duration, replications }: OverTimeProps) {
  const seconds = (duration / load.over.length / 1000) * replications;
  const line = (id: 'accepted' | 'stopped' | 'missed' | 'waited', look: Series['look']): Series => ({
    id,
    name: id,
    look,
    points: load.over.map((stretch) => ({ x: stretch.at / 1000, y: stretch[id] / seconds })),
  });
  const all = [
    line('accepted', 'second'),
    line('stopped', 'strong'),
    line('missed', 'alarm'),
    line('waited', 'quiet'),
  ];
  const series = all.filter(({ points }) => points.some(({ y }) => y > 0));
  const most = Math.max(1, ...series.flatMap(({ points }) => points.map(({ y }) => y)));
  return (
    <LineChart
      title="Over time, a second"
      description={`Commands a second over time: ${series.map(({ name }) => name).join(', ')}`}
      series={series}
      x={{
        kind: 'linear',
        from: 0,
        to: duration / 1000,
        format: String,
        label: 'seconds',
      }}
      y={{ kind: 'linear', from: 0, to: most * 1.05, format: String, label: 'a second' }}
      height={168}
    />
  );
}

function Commands({ load }: { readonly load: StrategyLoad }) {
  return (
    <table className="load-commands">
      <caption className="visually-hidden">What became of each command</caption>
      <thead>
        <tr>
          <th scope="col">Command</th>
          <th scope="col">Ended</th>
          <th scope="col">Accepted</th>
          <th scope="col">Rejected</th>
          <th scope="col">Given up</th>
          <th scope="col">Why rejected</th>
        </tr>
      </thead>
      <tbody>
        {load.commands.map(({ command, ended, outcomes, reasons }) => {
          const share = (count: number) => (ended === 0 ? '–' : formatShare(count / ended));
          const [first] = reasons;
          return (
            <tr key={command}>
              <th scope="row">{command}</th>
              <td>{ended}</td>
              <td>{share(outcomes.accepted)}</td>
              <td>{share(outcomes.rejected)}</td>
              <td>{share(outcomes.conflict + outcomes.partial)}</td>
              <td className="load-reason">{first === undefined ? '' : `${first.reason} (${first.times})`}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function sayWorst({ longest, mostAttempts, stalest, wasted }: StrategyLoad): string {
  const parts = [`${formatShare(wasted.mean)} of all reads came to nothing.`];
  if (longest !== null) {
    const about = longest.instances.length > 0 ? ` (${longest.instances.join(', ')})` : '';
    const waited = longest.waited > 0 ? `, ${formatMs(longest.waited)} of it waiting for a lock` : '';
    parts.push(`The longest took ${formatMs(longest.ms)}${waited}: ${longest.command}${about}.`);
  }
  if (mostAttempts > 1) parts.push(`The most attempts were ${mostAttempts}.`);
  if (stalest.events > 0) {
    parts.push(
      `The stalest read that went through had missed ${countOf(stalest.events, 'event', 'events')} in ${formatMs(stalest.ms)}.`,
    );
  }
  return parts.join(' ');
}
