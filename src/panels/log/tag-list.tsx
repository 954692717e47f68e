import type { JsonObject } from '../../lib/json.ts';
import { TagLabel } from '../../ui/tag-label.tsx';
import { findTagMark } from '../../ui/tag-mark.ts';

export interface TagListProps {
  readonly tags: readonly string[];
  /** Says which mark a concept has. */
  readonly document: JsonObject;
}

/** Tags as their concepts' marks and their instances' names. */
export function TagList({ tags, document }: TagListProps) {
  return (
    <span className="log-tags">
      {tags.map((tag) => (
        <TagName key={tag} tag={tag} document={document} />
      ))}
    </span>
  );
}

/** One tag: the mark and, where there is room, the name of its concept, and the instance. */
export function TagName({ tag, document }: { readonly tag: string; readonly document: JsonObject }) {
  const concept = tag.slice(0, Math.max(0, tag.indexOf(':')));
  return (
    <span className="log-tag" title={tag}>
      <TagLabel name={tag} mark={findTagMark(document, concept)} isOnPaper />
    </span>
  );
}
