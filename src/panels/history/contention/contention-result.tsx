import { useState } from 'react';
import type { BoundaryId, Measure } from '../../../history/measure/measure-result.ts';
import { sayGuess, sayJudged, sayRates, sayWindow, tellMeasure } from '../../../history/words/say-measure.ts';
import type { ContentionSettings } from '../../../lab/history/contention-desk.ts';
import { measureAsCsv } from '../../../lab/history/measure-as-csv.ts';
import { countOf, groupDigits } from '../../../lib/format-number.ts';
import { BarList } from '../../../ui/chart/bar-list.tsx';
import { ToggleGroup } from '../../../ui/toggle-group.tsx';
import { LOOKS, nameBoundary } from './boundary-looks.ts';
import { ContentionCharts } from './contention-charts.tsx';
import { ContentionTable } from './contention-table.tsx';
import { PairMap } from './pair-map.tsx';

export interface ContentionResultProps {
  readonly measure: Measure;
  /** The same with nothing left out; null where nothing is, or while it is on its way. */
  readonly before: Measure | null;
  readonly settings: ContentionSettings;
  readonly name: string;
  readonly onChange: (change: Partial<ContentionSettings>) => void;
  readonly save: (fileName: string, type: string, text: string) => void;
}

const MOST_INSTANCES = 8;

/** What the measure says: a sentence, pictures, and the numbers behind them. */
export function ContentionResult({ measure, before, settings, name, onChange, save }: ContentionResultProps) {
  const [chosen, setChosen] = useState<BoundaryId>('stream-version');
  const boundary = measure.boundaries.includes(chosen) ? chosen : 'tag-condition';
  const [at] = measure.windows;
  const measured = at?.boundaries[boundary];
  if (at === undefined || measured === undefined) return null;
  const more = sayJudged(measure, at) ?? sayGuess(measure, at);
  const [past] = before?.windows ?? [];
  const baseName = `${name}-contention`;
  return (
    <>
      <header className="contention-top">
        <div>
          <h2>
            {tellMeasure(measure, at).map(({ text, boundary: of }) =>
              of === null ? (
                text
              ) : (
                <span key={of} className={`contention-said chart-${LOOKS[of]}`}>
                  {text}
                </span>
              ),
            )}
          </h2>
          {before !== null && past !== undefined && (
            <p className="contention-before">{`With everything in it would have been ${sayRates(before, past)}.`}</p>
          )}
          {more !== null && <p className="contention-before">{more}</p>}
          <p className="contention-hint">{sayExtent(measure)}</p>
        </div>
        <div className="contention-tools">
          <button
            className="button"
            type="button"
            onClick={() => save(`${baseName}.csv`, 'text/csv', measureAsCsv(measure))}
          >
            CSV
          </button>
          <button
            className="button"
            type="button"
            onClick={() => save(`${baseName}.json`, 'application/json', `${JSON.stringify(measure)}\n`)}
          >
            JSON
          </button>
        </div>
      </header>
      <ContentionCharts
        measure={measure}
        at={at}
        window={settings.window}
        onMove={(window) => onChange({ window })}
      />
      <ToggleGroup
        label="Where, under which boundary"
        value={boundary}
        options={measure.boundaries.map((value) => ({ value, label: nameBoundary(value) }))}
        onChoose={setChosen}
      />
      <div className="contention-where">
        <section aria-labelledby="contention-pairs">
          <h3 id="contention-pairs">{`Which events get in each other’s way at ${sayWindow(at.window)}`}</h3>
          <PairMap measured={measured} />
        </section>
        <section aria-labelledby="contention-hot">
          <h3 id="contention-hot">Hot instances</h3>
          {measured.instances.length === 0 ? (
            <p className="contention-hint">No instance stands out: nothing collides on a common tag.</p>
          ) : (
            <BarList
              label="Hot instances"
              heads={['Instance', 'Collisions of its appends']}
              bars={measured.instances.slice(0, MOST_INSTANCES).map(({ tag, collisions, transactions }) => ({
                name: tag,
                value: collisions,
                text: `${groupDigits(collisions)} of ${groupDigits(transactions)}`,
              }))}
            />
          )}
        </section>
      </div>
      <ContentionTable measure={measure} at={at} />
      <p className="contention-hint">{sayLimits(measure)}</p>
    </>
  );
}

function sayExtent({ events, eventsLeftOut, transactions, from, until, model }: Measure): string {
  const days = from === null || until === null ? '' : `, ${sayDay(from)} to ${sayDay(until)}`;
  const left = eventsLeftOut > 0 ? `; ${countOf(eventsLeftOut, 'event', 'events')} of others left out` : '';
  const mapped = model
    ? `. ${model.name} is mapped on ${countOf(model.mapped, 'append', 'appends')}${model.ambiguous > 0 ? `, of which ${groupDigits(model.ambiguous)} fit several commands` : ''}`
    : '';
  return `${countOf(events, 'event', 'events')} in ${countOf(transactions, 'append', 'appends')}${days}${left}${mapped}.`;
}

function sayDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function sayLimits({ model }: Measure): string {
  const read =
    'Each append is taken to have read one window before it was written. It collides when another one wrote into its boundary in between.';
  return model
    ? `${read} With the model mapped on, each is decided again on the log as it was read and as it was written: rightly stopped is what would have been decided differently.`
    : `${read} What a decision really reads lies between “all tags” and “any tag”, the shaded band: a model mapped on says where.`;
}
