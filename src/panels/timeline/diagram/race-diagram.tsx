import './diagram.css';
import { type MouseEvent, memo, type ReactNode, useMemo, useRef } from 'react';
import type { ToldSchedule } from '../../../exploration/result.ts';
import type { JsonObject } from '../../../lib/json.ts';
import type { Race } from '../../../model/schema.ts';
import { findTagMark } from '../../../ui/tag-mark.ts';
import { useRoom } from '../../../ui/use-room.ts';
import { fitOut } from '../layout/fit-out.ts';
import { layLabels } from '../layout/label-column.ts';
import { layOut } from '../layout/lay-out.ts';
import type { StoryLayout } from '../layout/marks.ts';
import { useMeasure } from '../use-measure.ts';
import { DiagramLabels } from './diagram-labels.tsx';
import { drawSteps } from './draw-parts.tsx';
import { useFollow, usePointing } from './use-scene-view.ts';

export interface RaceDiagramProps {
  readonly told: ToldSchedule;
  readonly race: Race;
  /** The model's tags, by which their marks are told apart. */
  readonly tags: JsonObject;
  /** How many steps are taken. */
  readonly step: number;
  /** What it shows, in a sentence, for those who do not see it. */
  readonly label: string;
  /** How many steps are drawn at all, where the schedule is still being made. */
  readonly until?: number;
  /** Commands that are left out. */
  readonly hidden?: ReadonlySet<number>;
  /** Smaller, beside another. */
  readonly isBeside?: boolean;
  /** Whether what was there before is shown event by event; where it is left out, as far as there is room. */
  readonly isPastOpen?: boolean | undefined;
  /** What is pointed at in the sentence: `event-6`, `tag-course:c1`, `stream-Course-c1`, `block-0-read`. */
  readonly pointed?: string | null;
  /** The step, counted from 0, with which this schedule begins to differ from another. */
  readonly fork?: number | null;
  readonly onGoTo?: (step: number) => void;
}

/** A told race as a picture: lanes of commands around the log, time to the right. */
export function RaceDiagram(props: RaceDiagramProps) {
  const { told, race, tags, step, label, until, hidden, isBeside = false, isPastOpen, onGoTo } = props;
  const frame = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const measure = useMeasure();
  const frameWidth = useRoom(frame);
  const commands = race.commands ?? [];
  const markOf = useMemo(() => (concept: string) => findTagMark({ tags }, concept), [tags]);
  const count = commands.length;
  const { layout, labels, drawing, isTooWide } = useMemo(() => {
    const options = {
      measure,
      isPastOpen,
      valuesInFull: isBeside ? false : undefined,
      ...(until !== undefined && { until }),
      ...(hidden && { hidden }),
    };
    const nameOf = (command: number) =>
      race.commands?.[command]?.command ??
      told.joined?.find((join) => join.command === command)?.issues ??
      '';
    const draft = layOut(told, count, { ...options, room: 0 });
    const column = layLabels(draft, nameOf, { isShort: isBeside, measure });
    const room = Math.max(0, frameWidth - column.width);
    const laid = fitOut(told, count, { ...options, room });
    return { layout: laid, labels: column, drawing: drawSteps(laid, markOf), isTooWide: laid.width > room };
  }, [told, race, count, measure, frameWidth, until, hidden, isBeside, isPastOpen, markOf]);
  usePointing(scroller, props.pointed ?? null, drawing);
  useFollow(scroller, isTooWide ? layout.columns : null, step);
  const onClick = (event: MouseEvent) => {
    const at =
      event.target instanceof Element ? event.target.closest('[data-step]')?.getAttribute('data-step') : null;
    if (at) onGoTo?.(Number(at) + 1);
  };
  if (count === 0) return null;
  return (
    <div ref={frame} className={`diagram${isBeside ? ' diagram-beside' : ''}`}>
      <DiagramLabels labels={labels} layout={layout} markOf={markOf} />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the steps can be gone to by the list of steps as well */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      <div
        ref={scroller}
        className="diagram-scroll"
        // What scrolls must be reached by keyboard.
        {...(isTooWide && { tabIndex: 0, role: 'group', 'aria-label': 'Picture of the race' })}
        onClick={onGoTo && onClick}
      >
        <svg width={layout.width} height={layout.height} role="img" aria-label={label}>
          <Ground layout={layout} step={step} fork={props.fork ?? null} />
          {[...drawing].map(([at, { under }]) => (
            <Step key={at} phase={phaseOf(at, step)}>
              {under}
            </Step>
          ))}
          {[...drawing].map(([at, { over }]) => (
            <Step key={at} phase={phaseOf(at, step)}>
              {over}
            </Step>
          ))}
        </svg>
      </div>
    </div>
  );
}

type Phase = 'past' | 'now' | 'future';

function phaseOf(at: number, step: number): Phase {
  if (at >= step) return 'future';
  return at === step - 1 && at >= 0 ? 'now' : 'past';
}

/** All that changes while one scrubs: whether a step lies behind, is taken, or is still to come. */
const Step = memo(function Step({
  phase,
  children,
}: {
  readonly phase: Phase;
  readonly children: ReactNode;
}) {
  return <g className={`diagram-step is-${phase}`}>{children}</g>;
});

interface GroundProps {
  readonly layout: StoryLayout;
  readonly step: number;
  readonly fork: number | null;
}

/** Behind everything: the step that is taken, and the log. */
function Ground({ layout, step, fork }: GroundProps) {
  const { width, height, railTop, railHeight, columns, fold } = layout;
  const now = columns.find((column) => column.step === step - 1);
  const forked = columns.find((column) => column.step === fork);
  return (
    <>
      {now && <rect className="diagram-now" x={now.x} y={0} width={now.width} height={height} rx={4} />}
      <rect className="diagram-rail" x={0} y={railTop} width={width} height={railHeight} rx={4} />
      {forked && <Fork x={forked.x} layout={layout} />}
      {fold && (
        <g className="diagram-fold">
          <rect
            className="diagram-folded"
            x={fold.x - 6}
            y={railTop + 7}
            width={fold.width}
            height={railHeight - 14}
            rx={3}
          />
          <rect
            className="diagram-folded"
            x={fold.x - 3}
            y={railTop + 7}
            width={fold.width}
            height={railHeight - 14}
            rx={3}
          />
          <rect
            className="diagram-folded"
            x={fold.x}
            y={railTop + 7}
            width={fold.width}
            height={railHeight - 14}
            rx={3}
          />
        </g>
      )}
    </>
  );
}

const FORK_ROOM = 110;

/** Where a schedule begins to differ from the one beside it. */
function Fork({ x, layout }: { readonly x: number; readonly layout: StoryLayout }) {
  const isLeft = x + FORK_ROOM > layout.width;
  return (
    <g className="diagram-fork">
      <line className="fork-line" x1={x} y1={0} x2={x} y2={layout.height} />
      <text
        className="fork-word"
        x={isLeft ? x - 6 : x + 6}
        y={layout.height - 4}
        textAnchor={isLeft ? 'end' : 'start'}
      >
        differs from here
      </text>
    </g>
  );
}
