import './toggle-group.css';
import { ToggleGroup as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

export interface ToggleOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: ReactNode;
}

export interface ToggleGroupProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly ToggleOption<Value>[];
  readonly onChoose: (value: Value) => void;
}

/** One of a few, all in sight. */
export function ToggleGroup<Value extends string>({
  label,
  value,
  options,
  onChoose,
}: ToggleGroupProps<Value>) {
  const choose = (next: string) => {
    const option = options.find((candidate) => candidate.value === next);
    // Pressing the one that is on would leave none.
    if (option) onChoose(option.value);
  };
  return (
    <Radix.Root
      type="single"
      className="toggle-group"
      aria-label={label}
      value={value}
      onValueChange={choose}
    >
      {options.map((option) => (
        <Radix.Item
          key={option.value}
          value={option.value}
          className="toggle-item"
          aria-label={option.label}
          title={option.label}
        >
          {option.icon}
          <span className="toggle-label">{option.label}</span>
        </Radix.Item>
      ))}
    </Radix.Root>
  );
}
