import { useReactFlow, useViewport } from '@xyflow/react';
import { Maximize, Minus, Play, Plus } from 'lucide-react';
import { useStage } from './stage.tsx';

/** How near one looks, and the start of a walk. */
export function ViewBar({ onFit }: { readonly onFit: () => void }) {
  const { desk, scene } = useStage();
  const { zoomIn, zoomOut } = useReactFlow();
  const { zoom } = useViewport();
  const hasSlices = (scene.model.slices ?? []).length > 0;
  return (
    <div className="em-bar" role="toolbar" aria-label="View">
      {hasSlices && (
        <button type="button" className="em-bar-walk" onClick={() => desk.getState().walkTo(0)}>
          <Play size={14} aria-hidden="true" /> Walk through
        </button>
      )}
      <button type="button" className="em-tool" aria-label="Zoom out" onClick={() => zoomOut()}>
        <Minus size={16} aria-hidden="true" />
      </button>
      <span className="em-zoom">{Math.round(zoom * 100)} %</span>
      <button type="button" className="em-tool" aria-label="Zoom in" onClick={() => zoomIn()}>
        <Plus size={16} aria-hidden="true" />
      </button>
      <button
        type="button"
        className="em-tool"
        aria-label="Show everything"
        title="Show everything"
        onClick={onFit}
      >
        <Maximize size={16} aria-hidden="true" />
      </button>
    </div>
  );
}
