import type { NodeProps } from '@xyflow/react';
import { useId } from 'react';
import type { PlacedArrow } from '../../board/event-model/event-model-layout.ts';
import { nameArrow } from '../../board/event-model/list-gaps.ts';
import { routeArrow } from '../../board/event-model/route-arrow.ts';
import { type ArrowsNode, sayArrow } from './build-nodes.ts';
import { useStage } from './stage.tsx';

/** All arrows, under the notes. One that lacks information is red and dashed, and says so beside it. */
export function ArrowLayer({ data }: NodeProps<ArrowsNode>) {
  const { layout, gaps } = useStage().scene;
  const id = useId();
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: each arrow has a name of its own.
    <svg className="em-arrows" width={layout.width} height={layout.height}>
      <defs>
        <Tip id={`${id}-tip`} className="em-tip" />
        <Tip id={`${id}-gap`} className="em-tip em-tip-gap" />
      </defs>
      {layout.columns.slice(1).map(({ id: column, x, head }) => (
        <line key={column} className="em-border" x1={x} x2={x} y1={head.y + head.height} y2={layout.height} />
      ))}
      {layout.arrows.map((arrow) => {
        const lacks = gaps.has(nameArrow(arrow.arrow));
        const isDimmed = data.walkAt !== null && !touches(arrow, data.walkAt);
        const names = ['em-arrow', lacks ? 'em-arrow-gap' : '', isDimmed ? 'em-arrow-dimmed' : ''];
        return (
          // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of shapes is not interactive.
          <g
            key={arrow.id}
            role="img"
            aria-label={`${sayArrow(arrow.arrow.from, arrow.arrow.to)}${lacks ? ', lacks information' : ''}`}
          >
            <path
              className={names.join(' ').trim()}
              d={routeArrow(arrow.from, arrow.to).path}
              markerEnd={`url(#${id}-${lacks ? 'gap' : 'tip'})`}
            />
          </g>
        );
      })}
    </svg>
  );
}

function Tip({ id, className }: { readonly id: string; readonly className: string }) {
  return (
    <marker
      id={id}
      className={className}
      viewBox="0 0 8 8"
      refX="7"
      refY="4"
      markerWidth="8"
      markerHeight="8"
      markerUnits="userSpaceOnUse"
      orient="auto-start-reverse"
    >
      <path d="M0,0.5 L7.5,4 L0,7.5 Z" />
    </marker>
  );
}

function touches({ from, to }: PlacedArrow, column: number): boolean {
  return from.column === column && to.column === column;
}
