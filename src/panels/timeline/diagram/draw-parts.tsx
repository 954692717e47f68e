import type { ReactNode } from 'react';
import { FAMILIES } from '../../../ui/picture/picture-font.ts';
import type { TagMark } from '../../../ui/tag-mark.ts';
import { TAG_SHAPES } from '../../../ui/tag-shapes.ts';
import { VerdictGlyph } from '../../../ui/verdict-mark.tsx';
import type {
  BandPart,
  BlockPart,
  CardPart,
  DotPart,
  JoinPart,
  LinePart,
  StoryLayout,
  TextPart,
} from '../layout/marks.ts';

/** How a tag's concept is marked. */
export type MarkOf = (concept: string) => TagMark;

/** What a step adds to the picture: below what others add, and above it. */
export interface StepDrawing {
  readonly under: ReactNode;
  readonly over: ReactNode;
}

/** The picture step by step, from what was there before (-1) on. */
export function drawSteps(layout: StoryLayout, markOf: MarkOf): ReadonlyMap<number, StepDrawing> {
  const steps = [-1, ...layout.columns.map(({ step }) => step)];
  return new Map(steps.map((step) => [step, drawStep(layout, step, markOf)]));
}

function drawStep(layout: StoryLayout, step: number, markOf: MarkOf): StepDrawing {
  const here = <T extends { readonly at: number }>(parts: readonly T[]) =>
    parts.filter(({ at }) => at === step);
  return {
    under: (
      <>
        {here(layout.bands).map((part) => (
          <Band key={`${part.tone} ${part.x} ${part.y}`} {...part} />
        ))}
        {here(layout.lines).map((part) => (
          <Line key={`${part.look} ${part.x1} ${part.y1} ${part.x2} ${part.y2}`} {...part} />
        ))}
        {here(layout.joins).map((part) => (
          <Join key={part.command} {...part} />
        ))}
        {here(layout.waits).map(({ x, y, width, height }) => (
          <rect key={`${x} ${y}`} className="diagram-wait" x={x} y={y} width={width} height={height} />
        ))}
        {here(layout.ghosts).map(({ x, y, width, height }) => (
          <rect key={x} className="diagram-ghost is-news" x={x} y={y} width={width} height={height} rx={3} />
        ))}
        {here(layout.cards).map((part) => (
          <Card key={part.x} {...part} markOf={markOf} />
        ))}
        {here(layout.rings).map(({ tone, x, y, width, height }) => (
          <rect
            key={`${tone} ${x}`}
            className={`diagram-ring hit-${tone} is-news`}
            x={x - 2}
            y={y - 2}
            width={width + 4}
            height={height + 4}
            rx={5}
          />
        ))}
      </>
    ),
    over: (
      <>
        {here(layout.dots).map((part) => (
          <Dot key={`${part.look} ${part.position} ${part.x} ${part.y}`} {...part} />
        ))}
        {here(layout.blocks).map((part) => (
          <Block key={part.command} {...part} />
        ))}
        {here(layout.texts).map((part) => (
          <Words key={`${part.text} ${part.x} ${part.y}`} {...part} />
        ))}
      </>
    ),
  };
}

function Band({ tone, x, y, width, height, offset, runs, marks }: BandPart) {
  const middle = y + height / 2;
  const isLine = tone === 'open' || tone === 'relaxed';
  return (
    <g className={`diagram-band band-${tone}`} data-marks={marks.join(' ')}>
      <rect className="band-ground" x={x} y={y} width={width} height={height} />
      {isLine
        ? runs.map(([from, to]) => (
            <line
              key={from}
              className="band-edge"
              x1={from}
              y1={middle}
              x2={to}
              y2={middle}
              strokeDashoffset={offset + from - x}
            />
          ))
        : [y, y + height].map((edge) => (
            <line
              key={edge}
              className="band-edge"
              x1={x}
              y1={edge}
              x2={x + width}
              y2={edge}
              strokeDashoffset={offset}
            />
          ))}
    </g>
  );
}

function Join({ command, points, full }: JoinPart) {
  const path = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x},${y}`).join('');
  const [x, y] = points.at(-1) ?? [0, 0];
  return (
    <path
      className="diagram-join"
      data-marks={`join-${command}`}
      d={`${path}M${x - 5},${y - 4}L${x},${y}L${x - 5},${y + 4}`}
    >
      <title>{full}</title>
    </path>
  );
}

const TICK = 5;

function Line({ look, x1, y1, x2, y2, isNews = false }: LinePart) {
  const className = `diagram-line line-${look} hit-${look}${isNews ? ' is-news' : ''}`;
  return <path className={className} d={`M${x1},${y1}L${x2},${y2}${endOf(look, x1, y1, y2)}`} />;
}

/** The ticks of a bracket, the head of an arrow, the bar before which an append ends. */
function endOf(look: LinePart['look'], x: number, y1: number, y2: number): string {
  const way = Math.sign(y2 - y1);
  switch (look) {
    case 'bracket':
      return `M${x - TICK},${y1}h${TICK}M${x - TICK},${y2}h${TICK}`;
    case 'write':
      return `M${x - 4},${y2 - way * 6}L${x},${y2}L${x + 4},${y2 - way * 6}`;
    case 'stop':
      return `M${x - 11},${y2}h22`;
    default:
      return '';
  }
}

const RADII: { readonly [L in DotPart['look']]: number } = {
  seen: 4,
  crossing: 4.5,
  quiet: 5,
  missed: 6,
  conflict: 6,
  false: 6,
  tolerated: 6,
};

function Dot({ look, x, y, position }: DotPart) {
  const isJudged = look !== 'seen' && look !== 'crossing';
  return (
    <g
      className={`diagram-dot dot-${look} hit-${look}${isJudged ? ' is-news' : ''}`}
      data-marks={`event-${position}`}
    >
      {look === 'missed' && <circle className="dot-glow" cx={x} cy={y} r={14} />}
      <circle className="dot-body" cx={x} cy={y} r={RADII[look]}>
        <title>{`Position ${position}`}</title>
      </circle>
    </g>
  );
}

const MARK_SIZE = 20;

function Block({ at, command, kind, x, y, width, height, finding, isStopped, isAbove }: BlockPart) {
  return (
    <g
      className={`diagram-block block-${kind}${isStopped ? ' is-stopped' : ''}`}
      data-step={at}
      data-marks={`block-${command}-${kind} step-${at}`}
    >
      <rect className="block-paper" x={x} y={y} width={width} height={height} rx={4} />
      {finding !== null && (
        <g
          className="block-mark is-news"
          transform={`translate(${x + width - MARK_SIZE / 2 - 3} ${isAbove ? y + height - 12 : y - 8})`}
        >
          <circle className="block-mark-ground" cx={MARK_SIZE / 2} cy={MARK_SIZE / 2} r={MARK_SIZE / 2 + 2} />
          <g transform={`scale(${MARK_SIZE / 16})`}>
            <VerdictGlyph finding={finding} />
          </g>
        </g>
      )}
    </g>
  );
}

function Card({ x, y, width, height, isPast, entries, markOf }: CardPart & { readonly markOf: MarkOf }) {
  return (
    <g
      className={`diagram-card${isPast ? ' is-old' : ''}`}
      data-marks={entries.map(({ position }) => `event-${position}`).join(' ')}
    >
      <rect className="card-paper" x={x} y={y} width={width} height={height} rx={3} />
      {entries.map((entry, index) => (
        <g key={entry.position}>
          {index > 0 && <line className="card-cut" x1={entry.x} y1={y + 6} x2={entry.x} y2={y + 24} />}
          {entry.tags.map(({ concept, x: left }) => (
            <path
              key={left}
              className={`card-shape tag-ink-${markOf(concept)}`}
              transform={`translate(${left} ${y + 10})`}
              d={TAG_SHAPES[markOf(concept)]}
            />
          ))}
          <rect className="card-hit" x={entry.x} y={y} width={entry.width} height={height}>
            <title>{entry.full}</title>
          </rect>
        </g>
      ))}
    </g>
  );
}

function Words({ text, x, y, anchor, font, look, full, isNews = false }: TextPart) {
  return (
    <text
      className={`diagram-text text-${look.split(' ').join(' text-')}${isNews ? ' is-news' : ''}`}
      x={x}
      y={y}
      textAnchor={anchor}
      fontFamily={FAMILIES[font.voice]}
      fontSize={font.size}
      fontWeight={font.weight}
    >
      {text}
      {full !== undefined && full !== text && <title>{full}</title>}
    </text>
  );
}
