import './slider.css';
import { useId } from 'react';

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  /** Where it can stop, in rising order; a value between two of them shows as the nearer one. */
  readonly stops: readonly number[];
  /** A value with its unit. */
  readonly format: (value: number) => string;
  readonly onChange: (value: number) => void;
}

/** A number chosen along a line, with what it is beside its name. */
export function Slider({ label, value, stops, format, onChange }: SliderProps) {
  const id = useId();
  const gaps = stops.map((stop) => Math.abs(stop - value));
  return (
    <div className="slider">
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id}>{format(value)}</output>
      <input
        id={id}
        type="range"
        min={0}
        max={stops.length - 1}
        step={1}
        value={gaps.indexOf(Math.min(...gaps))}
        aria-valuetext={format(value)}
        onChange={(event) => onChange(stops[Number(event.target.value)] ?? value)}
      />
    </div>
  );
}
