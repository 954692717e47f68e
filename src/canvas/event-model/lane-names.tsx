import { useViewport } from '@xyflow/react';
import { useStage } from './stage.tsx';

/** The lanes' names, at the left edge wherever one has moved to. */
export function LaneNames() {
  const { lanes } = useStage().scene.layout;
  const { x, y, zoom } = useViewport();
  return (
    <div className="em-lane-names" data-covers={x < 0}>
      {lanes.map((lane) => (
        <div
          key={lane.id}
          className="em-lane-name"
          style={{ top: y + lane.y * zoom, height: Math.max(20, lane.height * zoom) }}
        >
          <span>{lane.label}</span>
        </div>
      ))}
    </div>
  );
}
