import './zoom-controls.css';
import { useStore } from '@xyflow/react';
import { Map as MapIcon, Maximize, Minus, Plus } from 'lucide-react';
import { Tooltip } from '../../ui/tooltip.tsx';
import { useCanvas } from '../canvas.ts';
import { fitAll, zoomBy, zoomTo } from './zoom.ts';

const ICON = { size: 16, 'aria-hidden': true } as const;

export interface ZoomControlsProps {
  readonly hasMap: boolean;
  readonly onToggleMap: () => void;
}

/** How near one is, and the ways to be nearer. */
export function ZoomControls({ hasMap, onToggleMap }: ZoomControlsProps) {
  const canvas = useCanvas();
  const percent = useStore(({ transform }) => Math.round(transform[2] * 100));
  return (
    <div className="zoom-controls">
      <Tooltip text={hasMap ? 'Hide the map' : 'Show the map'} side="top">
        <button
          className="icon-button"
          type="button"
          aria-label="Map"
          aria-pressed={hasMap}
          onClick={onToggleMap}
        >
          <MapIcon {...ICON} />
        </button>
      </Tooltip>
      <Tooltip text="Zoom out" keys="Mod+-" side="top">
        <button
          className="icon-button"
          type="button"
          aria-label="Zoom out"
          onClick={() => zoomBy(canvas, 1 / 1.25)}
        >
          <Minus {...ICON} />
        </button>
      </Tooltip>
      <Tooltip text="Back to 100 %" keys="Mod+0" side="top">
        <button className="icon-button zoom-value" type="button" onClick={() => zoomTo(canvas, 1)}>
          <span className="visually-hidden">Zoom to 100 %, now </span>
          {percent} %
        </button>
      </Tooltip>
      <Tooltip text="Zoom in" keys="Mod+=" side="top">
        <button
          className="icon-button"
          type="button"
          aria-label="Zoom in"
          onClick={() => zoomBy(canvas, 1.25)}
        >
          <Plus {...ICON} />
        </button>
      </Tooltip>
      <Tooltip text="See everything" keys="Shift+1" side="top">
        <button
          className="icon-button"
          type="button"
          aria-label="See everything"
          onClick={() => fitAll(canvas)}
        >
          <Maximize {...ICON} />
        </button>
      </Tooltip>
    </div>
  );
}
