import './tag-label.css';
import type { TagMark } from './tag-mark.ts';

export interface TagLabelProps {
  readonly name: string;
  readonly mark: TagMark;
  /** On the paper a tag has brighter ink than on a note, and no ground of its own. */
  readonly isOnPaper?: boolean;
}

/** A tag: its shape and its name. */
export function TagLabel({ name, mark, isOnPaper = false }: TagLabelProps) {
  return (
    <span className={`tag-label tag-label-${mark}${isOnPaper ? ' tag-label-on-paper' : ''}`}>{name}</span>
  );
}
