import type { NodeProps } from '@xyflow/react';
import type { LaneNode } from './build-nodes.ts';

/** The ground that a lane's notes stand on. */
export function LaneBand({ data }: NodeProps<LaneNode>) {
  return <div className={data.isOdd ? 'em-lane em-lane-odd' : 'em-lane'} />;
}
