import './arrow-edge.css';
import type { EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { useStore } from 'zustand';
import { TAG_SHAPES } from '../../ui/tag-shapes.ts';
import { useCanvas } from '../canvas.ts';
import type { ArrowEdge as ArrowEdgeType, ArrowFacts } from '../flow-types.ts';
import type { Point } from './geometry.ts';
import { guessLabelWidth } from './label-width.ts';

/** An arrow of the model. */
export const ArrowEdge = memo(function ArrowEdge({ id, data, selected }: EdgeProps<ArrowEdgeType>) {
  const { store } = useCanvas();
  const route = useStore(store, ({ routes }) => routes.get(id));
  if (!data || !route) return null;
  const { facts } = data;
  const tip = selected ? 'url(#arrow-tip-selected)' : 'url(#arrow-tip)';
  return (
    <>
      <path className="arrow-hit" d={route.path} />
      <path
        className={`arrow-line arrow-line-${facts.relation}`}
        d={route.path}
        {...(route.hasHead ? { markerEnd: tip } : {})}
      />
      {facts.label !== null && <ArrowLabel facts={facts} label={facts.label} at={route.label} />}
    </>
  );
});

interface ArrowLabelProps {
  readonly facts: ArrowFacts;
  readonly label: string;
  readonly at: Point;
}

const GAP = 11;

function ArrowLabel({ facts, label, at }: ArrowLabelProps) {
  const width = guessLabelWidth(label, facts.marks.length);
  const left = at.x - width / 2;
  return (
    <g className={`arrow-label arrow-label-${facts.relation}`}>
      <rect x={left - 5} y={at.y - 10} width={width + 10} height={20} rx={9} />
      {facts.marks.map((mark, index) => (
        <path
          key={mark}
          className={`arrow-mark arrow-mark-${mark}`}
          d={TAG_SHAPES[mark]}
          transform={`translate(${left + index * GAP}, ${at.y - 4})`}
        />
      ))}
      <text x={left + facts.marks.length * GAP + (facts.marks.length > 0 ? 1 : 0)} y={at.y + 4}>
        {label}
      </text>
    </g>
  );
}

/** The heads of arrows, once for the page. */
export function ArrowTips() {
  return (
    <svg className="arrow-tips" aria-hidden="true">
      <defs>
        {['arrow-tip', 'arrow-tip-selected'].map((id) => (
          <marker
            key={id}
            id={id}
            viewBox="0 0 12 10"
            refX={12}
            refY={5}
            markerWidth={12}
            markerHeight={10}
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0,1L9,5L0,9L2,5z" />
          </marker>
        ))}
      </defs>
    </svg>
  );
}
