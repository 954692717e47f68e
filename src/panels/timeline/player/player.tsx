import './player.css';
import {
  type LucideIcon,
  Pause,
  Play,
  Repeat,
  SkipBack,
  SkipForward,
  StepBack,
  StepForward,
} from 'lucide-react';
import { memo } from 'react';
import { Tooltip } from '../../../ui/tooltip.tsx';
import { type PlayingParts, SPEEDS, usePlaying } from '../use-playing.ts';

const ICON = { size: 16, 'aria-hidden': true } as const;

/** Goes through the steps of a schedule: by button, by slider, or by itself. */
export function Player(parts: PlayingParts) {
  const { step, stops, isPlaying, onGoTo, onPlay } = parts;
  const { speed, setSpeed, isLooping, setLooping } = usePlaying(parts);
  const first = stops[0] ?? 0;
  const last = stops.at(-1) ?? 0;
  const back = stops.findLast((stop) => stop < step) ?? first;
  const on = stops.find((stop) => stop > step) ?? last;
  const togglePlay = () => {
    if (!isPlaying && step >= last) onGoTo(first);
    onPlay(!isPlaying);
  };
  const place = Math.max(
    0,
    stops.findLastIndex((stop) => stop <= step),
  );
  return (
    <fieldset className="player" aria-label="Steps of the schedule">
      <Go
        label="To the beginning"
        keys="Home"
        goal={step > first ? first : null}
        onGoTo={onGoTo}
        icon={SkipBack}
      />
      <Go
        label="One step back"
        keys="ArrowLeft"
        goal={step > first ? back : null}
        onGoTo={onGoTo}
        icon={StepBack}
      />
      <Tooltip text={isPlaying ? 'Pause' : 'Play'} keys="Space">
        <button
          className="player-play"
          type="button"
          aria-label={isPlaying ? 'Pause' : 'Play'}
          onClick={togglePlay}
        >
          {isPlaying ? <Pause {...ICON} fill="currentColor" /> : <Play {...ICON} fill="currentColor" />}
        </button>
      </Tooltip>
      <Go
        label="One step on"
        keys="ArrowRight"
        goal={step < last ? on : null}
        onGoTo={onGoTo}
        icon={StepForward}
      />
      <Go label="To the end" keys="End" goal={step < last ? last : null} onGoTo={onGoTo} icon={SkipForward} />
      <input
        className="player-slider"
        type="range"
        aria-label="Step"
        aria-valuetext={`Step ${step} of ${last}`}
        min={0}
        max={Math.max(1, stops.length - 1)}
        step={1}
        value={place}
        onChange={(event) => onGoTo(stops[event.target.valueAsNumber] ?? first)}
      />
      <span className="player-count">
        step <b>{step}</b> of {last}
      </span>
      <button
        className="player-speed"
        type="button"
        aria-label={`Speed: ${speed} times`}
        title="Speed: click for another"
        onClick={() => setSpeed(SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1)}
      >
        {speed === 0.5 ? '½' : speed}×
      </button>
      <Tooltip text="Begin again at the end">
        <button
          className="icon-button player-loop"
          type="button"
          aria-label="Loop"
          aria-pressed={isLooping}
          onClick={() => setLooping(!isLooping)}
        >
          <Repeat {...ICON} />
        </button>
      </Tooltip>
    </fieldset>
  );
}

interface GoProps {
  readonly label: string;
  readonly keys: string;
  /** How many steps are taken then; null where there is nowhere to go. */
  readonly goal: number | null;
  readonly onGoTo: (step: number) => void;
  readonly icon: LucideIcon;
}

const Go = memo(function Go({ label, keys, goal, onGoTo, icon: Icon }: GoProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <button
        className="icon-button"
        type="button"
        aria-label={label}
        aria-disabled={goal === null}
        onClick={goal === null ? undefined : () => onGoTo(goal)}
      >
        <Icon {...ICON} />
      </button>
    </Tooltip>
  );
});
