import './load.css';
import { useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { LabParts } from '../../lab/lab-parts.ts';
import type { LoadAxis } from '../../lab/load/load-axes.ts';
import type { LoadEngine } from '../../lab/load/load-engine.ts';
import type { Model } from '../../model/schema.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { SweepPoint } from '../../workload/sweep-load.ts';
import { HotInstances } from './hot-instances.tsx';
import { LoadCharts } from './load-charts.tsx';
import { LoadDetails } from './load-details.tsx';
import { LoadForm } from './load-form.tsx';
import type { Chosen } from './load-series.ts';
import { LoadState } from './load-state.tsx';
import { LoadTable } from './load-table.tsx';
import { LoadTop } from './load-top.tsx';
import { LoadTroubles } from './load-troubles.tsx';
import { sayChange, sayLoad } from './say-load.ts';
import { ShowState } from './show-state.tsx';
import { useLoad } from './use-load.ts';
import { useShowOne } from './use-show-one.ts';
import { useShown } from './use-shown.ts';

export interface LoadPanelProps {
  readonly parts: LabParts;
  readonly engine: LoadEngine;
}

/** How each boundary behaves when it gets busy. It starts by itself: the model suggests everything. */
export function LoadPanel({ parts, engine }: LoadPanelProps) {
  const { board, lab } = parts;
  const model = useSyncExternalStore(board.listen, () => board.state().parsed.model);
  const settings = useStore(lab, (held) => held.load);
  const settingsBefore = useStore(lab, (held) => held.loadBefore);
  const strategy = useStore(lab, (held) => held.strategy);
  // A link may name one strategy twice; there is nothing to compare then.
  const beside = useStore(lab, (held) => (held.beside === held.strategy ? null : held.beside));
  const run = useLoad(engine, model, settings);
  const before = useLoad(engine, model, settingsBefore);
  const { changeLoad } = lab.getState();
  const at = run.axis === null ? null : (settings.at ?? run.axis.own);
  const point = at === null ? undefined : nearest(run.points, at);
  // Before all of them are there, the nearest one may be far away.
  const isKnownBefore = settingsBefore !== null && before.state !== 'running';
  const pointBefore = at === null || !isKnownBefore ? undefined : nearest(before.points, at);
  const sentence =
    run.axis === null || point === undefined
      ? ''
      : saySentence({ strategy, beside }, sayWhere(run.axis, point), point, pointBefore);
  useShown({ lab, run, before: settingsBefore === null ? null : before, at, sentence });
  const show = useShowOne({ lab, engine, model, settings, axis: run.axis, point });
  if (model === null || !issuesAnything(model)) {
    return (
      <EmptyState title="Nothing to load it with">
        A load needs commands that append events: draw an arrow from a command to an event, and come back.
      </EmptyState>
    );
  }
  const { plan, axis, points } = run;
  return (
    <section className="load" aria-label="Load">
      <aside className="load-side" aria-label="Settings of the load">
        <div className="load-form">
          <LoadForm model={model} settings={settings} plan={plan} axis={axis} onChange={changeLoad} />
        </div>
        <LoadState run={run} settings={settings} />
      </aside>
      <div className="load-main" data-stale={run.isStale}>
        {run.troubles.length > 0 && (
          <LoadTroubles troubles={run.troubles} onReset={() => changeLoad({ change: {} })} />
        )}
        {run.troubles.length === 0 && point === undefined && (
          <p className="load-waiting" role="status">
            {run.state === 'running' ? 'The first commands are on their way…' : 'Nothing was simulated yet.'}
          </p>
        )}
        {axis !== null && at !== null && point !== undefined && (
          <>
            <LoadTop parts={parts} plan={plan} axis={axis} sentence={sentence} />
            <ShowState show={show} />
            <div className="load-pictures">
              <LoadCharts
                points={points}
                axis={axis}
                chosen={{ strategy, beside: settingsBefore === null ? beside : null }}
                before={settingsBefore === null ? [] : before.points}
                at={at}
                onMove={(next) => changeLoad({ at: next })}
              />
              <section className="load-hot" aria-label="Hot instances">
                <h3>Where commands are stopped, missed or wait</h3>
                <HotInstances point={point} onShowOne={show.showOne} />
              </section>
            </div>
            {point.result.warnings.map((warning) => (
              <Notice key={warning} kind="plain">
                {warning}
              </Notice>
            ))}
            <LoadTable
              point={point}
              where={sayWhere(axis, point)}
              strategy={strategy}
              onChoose={(next) => lab.getState().choose(next)}
              onShowOne={show.showOne}
            />
            <LoadDetails point={point} strategy={strategy} where={sayWhere(axis, point)} />
          </>
        )}
      </div>
    </section>
  );
}

function issuesAnything({ commands }: Model): boolean {
  return Object.values(commands ?? {}).some(({ emits }) => (emits ?? []).length > 0);
}

function saySentence(chosen: Chosen, where: string, now: SweepPoint, before: SweepPoint | undefined): string {
  const place = `At ${where}`;
  return before === undefined ? sayLoad(now, chosen, place) : sayChange(now, before, chosen.strategy, place);
}

function nearest(points: readonly SweepPoint[], at: number): SweepPoint | undefined {
  return points.toSorted((a, b) => Math.abs(a.value - at) - Math.abs(b.value - at))[0];
}

function sayWhere({ format, label }: LoadAxis, { value }: SweepPoint): string {
  return `${format(value)} ${label}`;
}
