import { BOUNDARY_KINDS } from '../../lab/boundary/boundary-kinds.ts';

const TIPS = [...BOUNDARY_KINDS, 'dimmed'] as const;

/** The heads of arrows that carry a part of the boundary, and of those that do not matter to it. */
export function BoundaryTips() {
  return (
    <svg className="arrow-tips" aria-hidden="true">
      <defs>
        {TIPS.map((kind) => (
          <marker
            key={kind}
            id={`boundary-tip-${kind}`}
            className={`boundary-tip boundary-${kind}`}
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
