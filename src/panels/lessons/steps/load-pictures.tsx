import { useState } from 'react';
import { USUAL_LOAD } from '../../../lab/load/load-settings.ts';
import { formatMs } from '../../../lib/format-number.ts';
import { STRATEGIES } from '../../../strategies/registry.ts';
import type { Axis } from '../../../ui/chart/axis.ts';
import { LineChart } from '../../../ui/chart/line-chart.tsx';
import type { Series } from '../../../ui/chart/series.ts';
import type { StrategyLoad } from '../../../workload/load-result.ts';
import type { LoadQuestion } from '../lesson.ts';
import { loadAt, sayStopped, sayWaits } from '../say-busy.ts';
import { BUSY_CHANCE, type Busy } from '../use-busy.ts';
import { useLesson } from '../use-lesson.ts';

const HEIGHT = 148;
const NAME_ROOM = 104;
/** A scale that grows in proportion has no place for nothing: shorter waits are drawn as this. */
const LEAST_WAIT = 0.1;

export interface LoadPicturesProps {
  readonly question: LoadQuestion;
  readonly busy: Busy;
}

/** Who is stopped, and who waits, over how many come: two pictures with one cursor. */
export function LoadPictures({ question, busy }: LoadPicturesProps) {
  const { guard, lock, rates } = question;
  const [at, setAt] = useState(question.at);
  const stopped = draw(question, busy, (points, rate) => loadAt(points, rate, guard)?.stopped.mean);
  const waits = draw(question, busy, (points, rate) => keepLeast(loadAt(points, rate, lock)));
  const x: Axis = {
    kind: 'log',
    from: rates[0] ?? 1,
    to: rates.at(-1) ?? 2,
    format: String,
    label: 'books a second',
    ticks: rates,
  };
  const cursor = { at, stops: rates, onMove: setAt };
  const [guardName, lockName] = [STRATEGIES[guard].name, STRATEGIES[lock].name];
  return (
    <section className="lesson-load" aria-label="What was simulated">
      <LineChart
        title={`Stopped, with ${guardName}`}
        description={`Of all books, how many are stopped with ${guardName}. At ${at} a second: ${sayStopped(busy, at, question)}`}
        series={stopped}
        x={x}
        y={{
          kind: 'linear',
          from: 0,
          to: Math.max(0.1, mostOf(stopped)),
          label: 'stopped',
          format: (share) => `${Math.round(share * 100)} %`,
        }}
        height={HEIGHT}
        cursor={cursor}
        nameRoom={NAME_ROOM}
      />
      <p className="lesson-load-told">{`At ${at} books a second: ${sayStopped(busy, at, question)}`}</p>
      <LineChart
        title={`Wait on average, with ${lockName}`}
        description={`How long commands wait with ${lockName}. At ${at} a second: ${sayWaits(busy, at, question)}`}
        series={waits}
        x={x}
        y={{
          kind: 'log',
          from: LEAST_WAIT,
          to: Math.max(10, mostOf(waits)),
          label: 'wait',
          format: formatMs,
        }}
        height={HEIGHT}
        cursor={cursor}
        nameRoom={NAME_ROOM}
      />
      <p className="lesson-load-told">{`At ${at} books a second: ${sayWaits(busy, at, question)}`}</p>
      <ToLoadTab question={question} at={at} />
    </section>
  );
}

function draw(
  { wide, narrow, rates }: LoadQuestion,
  busy: Busy,
  read: (points: Busy['wide'], rate: number) => number | undefined,
): readonly Series[] {
  const lineOf = (points: Busy['wide']) => rates.map((rate) => ({ x: rate, y: read(points, rate) ?? 0 }));
  return [
    { id: 'wide', name: wide.name, look: 'second', points: lineOf(busy.wide) },
    { id: 'narrow', name: narrow.name, look: 'strong', points: lineOf(busy.narrow) },
  ];
}

function keepLeast(load: StrategyLoad | null): number {
  return Math.max(LEAST_WAIT, load?.wait.mean ?? 0);
}

function mostOf(series: readonly Series[]): number {
  return Math.max(0, ...series.flatMap(({ points }) => points.map(({ y }) => y)));
}

/** The same in the lab, where everything about it can be changed. */
function ToLoadTab({ question, at }: { readonly question: LoadQuestion; readonly at: number }) {
  const { lab } = useLesson().parts;
  const { wide, narrow, guard } = question;
  const onClick = () => {
    const settings = { ...USUAL_LOAD, ...BUSY_CHANCE, over: 'rate', at };
    lab.getState().choose(guard);
    lab.getState().changeLoad({ ...settings, workload: narrow.from, change: narrow.workload });
    lab.getState().compareLoad({ ...settings, workload: wide.from, change: wide.workload });
    lab.getState().show('load');
  };
  return (
    <button className="lesson-quiet" type="button" onClick={onClick}>
      Try other numbers in the lab
    </button>
  );
}
