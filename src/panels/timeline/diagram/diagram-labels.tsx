import { FAMILIES } from '../../../ui/picture/picture-font.ts';
import { TAG_SHAPES } from '../../../ui/tag-shapes.ts';
import { FONTS } from '../layout/fonts.ts';
import type { LabelColumn, LaneLabel, TrackLabel } from '../layout/label-column.ts';
import type { StoryLayout } from '../layout/marks.ts';
import type { MarkOf } from './draw-parts.tsx';

export interface DiagramLabelsProps {
  readonly labels: LabelColumn;
  readonly layout: StoryLayout;
  readonly markOf: MarkOf;
}

/** Left of the picture: whose lane it is, and what each track holds. */
export function DiagramLabels({ labels, layout, markOf }: DiagramLabelsProps) {
  const { width, lanes } = labels;
  const middle = layout.railTop + layout.railHeight / 2;
  return (
    <svg className="diagram-labels" width={width} height={layout.height} aria-hidden="true">
      {lanes.map((lane) => (
        <Lane key={lane.command} lane={lane} markOf={markOf} />
      ))}
      <text className="labels-log" x={4} y={middle - 2} fontSize={14} fontWeight={620}>
        Log
      </text>
      <text className="labels-note" x={4} y={middle + 14} fontSize={12}>
        {width > 80 ? 'by position' : ''}
      </text>
    </svg>
  );
}

function Lane({ lane, markOf }: { readonly lane: LaneLabel; readonly markOf: MarkOf }) {
  const { command, y, name, full, tracks } = lane;
  const { size, weight, voice } = FONTS.detail;
  return (
    <g>
      <g>
        <title>{full}</title>
        <rect className="labels-note-paper" x={4} y={y - 12} width={28} height={24} rx={3} />
        <text className="labels-number" x={18} y={y + 4.5} textAnchor="middle" fontSize={13} fontWeight={680}>
          #{command + 1}
        </text>
        {name.map((line, index) => (
          <text
            key={line}
            className="labels-name"
            x={40}
            y={y + 4 + (index - (name.length - 1) / 2) * 15}
            fontSize={size}
            fontWeight={weight}
            fontFamily={FAMILIES[voice]}
          >
            {line}
          </text>
        ))}
      </g>
      {tracks.map((track) => (
        <TrackChip key={track.track.key} label={track} markOf={markOf} />
      ))}
    </g>
  );
}

function TrackChip({ label, markOf }: { readonly label: TrackLabel; readonly markOf: MarkOf }) {
  const { track, text, width } = label;
  const [concept] = track.concepts;
  const mark = concept === undefined ? null : markOf(concept);
  const { size, weight, voice } = FONTS.tag;
  return (
    <g
      className={`labels-track${track.isExtra ? ' is-extra' : ''}${mark === null ? '' : ` tag-paper-${mark}`}`}
    >
      <title>{track.full}</title>
      <rect className="track-paper" x={4} y={track.y - 9} width={width} height={18} rx={4} />
      {mark !== null && (
        <path className="track-shape" transform={`translate(11 ${track.y - 4})`} d={TAG_SHAPES[mark]} />
      )}
      <text
        className="track-name"
        x={mark === null ? 12 : 25}
        y={track.y + 4}
        fontSize={size}
        fontWeight={weight}
        fontFamily={FAMILIES[voice]}
      >
        {text}
      </text>
    </g>
  );
}
