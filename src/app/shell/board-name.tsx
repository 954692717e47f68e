import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';

export interface BoardNameProps extends ComponentProps<'button'> {
  readonly name: string;
}

/** The name of the board as a button. */
export function BoardName({ name, ...props }: BoardNameProps) {
  return (
    <button className="board-name" type="button" title={name} {...props}>
      <span className="board-name-text">{name}</span>
      <ChevronDown size={14} aria-hidden="true" />
    </button>
  );
}
