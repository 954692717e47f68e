import './link-line.css';
import { ViewportPortal } from '@xyflow/react';
import { useStore } from 'zustand';
import { type Linking, useCanvas } from '../canvas.ts';
import { rectOf } from '../hands/find-room.ts';

/** The arrow that is being drawn, and the note it would end at. */
export function LinkLine() {
  const { store } = useCanvas();
  const linking = useStore(store, (state) => state.linking);
  return linking === null ? null : <Drawn {...linking} />;
}

function Drawn({ start, at, over, refusal }: Linking) {
  const { places } = useCanvas();
  const place = over === null ? undefined : places().get(over);
  const rect = over !== null && place ? rectOf(over, place) : null;
  const manner = refusal === null ? 'allowed' : 'refused';
  return (
    <ViewportPortal>
      <svg className={`link-line link-line-${manner}`} aria-hidden="true">
        <path d={`M${start.x},${start.y}L${at.x},${at.y}`} />
        <circle cx={at.x} cy={at.y} r={4} />
        {rect && (
          <rect x={rect.x - 5} y={rect.y - 5} width={rect.width + 10} height={rect.height + 10} rx={7} />
        )}
        {rect && refusal !== null && (
          <path
            d={`M${at.x - 8},${at.y - 8}L${at.x + 8},${at.y + 8}M${at.x + 8},${at.y - 8}L${at.x - 8},${at.y + 8}`}
          />
        )}
      </svg>
    </ViewportPortal>
  );
}
