import { useCallback } from 'react';
import type { ReadModelStatus } from '../../../lab/history/read-models.ts';
import type { LogEvent } from '../../../lab/live-log.ts';
import { isJsonObject } from '../../../lib/is-json-object.ts';
import { sayData, sayValue } from '../../../lib/say-data.ts';
import { useAnswer } from '../../../ui/use-answer.ts';
import type { LiveSight } from '../judge-live.ts';
import type { LiveStep } from '../lesson.ts';
import type { LessonBench } from '../lesson-bench.ts';

/** So many of the last events are shown. */
const LAST = 8;
const ROWS = 4;

export interface LiveLookProps {
  readonly step: LiveStep;
  readonly bench: LessonBench;
  readonly sight: LiveSight;
}

/** The end of the log, and what lives beside it. */
export function LiveLook({ step, bench, sight }: LiveLookProps) {
  const { events, readModels, effects } = sight;
  const shown = readModels.filter(({ name }) => step.readModels.includes(name));
  return (
    <section className="lesson-live" aria-label="The log of this board">
      <h4>
        The log: {events.length} {events.length === 1 ? 'event' : 'events'}
      </h4>
      <ol className="lesson-log" start={events.at(-LAST)?.position ?? 1}>
        {events.slice(-LAST).map((event) => (
          <EventLine
            key={`${event.position} ${event.type}`}
            event={event}
            showsStreams={step.strategy === 'stream-version'}
          />
        ))}
      </ol>
      {shown.map((status) => (
        <ReadModelView key={status.name} status={status} bench={bench} />
      ))}
      {step.systems.map((system) => (
        <SystemLine key={system} system={system} effects={effects} />
      ))}
    </section>
  );
}

interface EventLineProps {
  readonly event: LogEvent;
  /** Where streams matter, where it lies says more than what it holds. */
  readonly showsStreams: boolean;
}

function EventLine({ event, showsStreams }: EventLineProps) {
  const more = showsStreams
    ? (event.streams ?? []).map((stream) => `in ${stream}`)
    : Object.values(event.data).map(sayValue);
  return (
    <li>
      <span className="lesson-position">{event.position}</span>
      <code>{event.type}</code> <span className="lesson-racer-data">{more.join(' ')}</span>
    </li>
  );
}

const PHASES: { readonly [P in ReadModelStatus['phase']]: string } = {
  stale: 'was made before the last change, and has to be rebuilt',
  failed: 'stopped at an event it cannot take',
  paused: 'stands still',
  rebuilding: 'is being rebuilt',
  behind: 'is catching up',
  level: 'is level with the log',
};

interface ReadModelViewProps {
  readonly status: ReadModelStatus;
  readonly bench: LessonBench;
}

function ReadModelView({ status, bench }: ReadModelViewProps) {
  const { name, phase, position, head, rows, check } = status;
  const { readModels } = bench;
  const turn = JSON.stringify([position, rows, phase]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again whenever the rows may have changed
  const look = useCallback(() => readModels.look(name, ROWS), [readModels, name, turn]);
  const { value } = useAnswer(look);
  return (
    <section aria-label={name}>
      <h4>
        {name} {PHASES[phase]}: {position} of {head}
      </h4>
      {check !== null && (
        <p className="lesson-case-told">
          Held to the log: {check.seen} of {check.inLog} events are in it, {check.wrongRows} rows are wrong.
        </p>
      )}
      <ul className="lesson-rows">
        {(value ?? []).map((row) => (
          <li key={row.key}>{isJsonObject(row.value) ? sayData(row.value) : sayValue(row.value)}</li>
        ))}
      </ul>
    </section>
  );
}

interface SystemLineProps {
  readonly system: string;
  readonly effects: LiveSight['effects'];
}

function SystemLine({ system, effects }: SystemLineProps) {
  const done = effects.systems.find(({ name }) => name === system)?.done ?? 0;
  const waiting = effects.effects.find(({ by, waitsFor }) => by === system && waitsFor !== null);
  return (
    <h4>
      {system}: {done} {done === 1 ? 'task' : 'tasks'} done
      {waiting && `, one waits for ${waiting.waitsFor}`}
    </h4>
  );
}
