import { useId, useState } from 'react';
import { toName } from '../../board/edits/name.ts';
import { addTag } from '../../board/edits/tags.ts';
import { type ElementKey, findElement, parseKey } from '../../board/element-key.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import { TagLabel } from '../../ui/tag-label.tsx';
import { findTagMark } from '../../ui/tag-mark.ts';
import { useCanvas } from '../canvas.ts';
import { findAnchor } from './find-anchor.ts';
import { PointSheet } from './point-sheet.tsx';

export interface TagSheetProps {
  readonly keys: readonly ElementKey[];
  readonly onClose: () => void;
}

/** Gives events a tag: one there is, or a new one. */
export function TagSheet({ keys, onClose }: TagSheetProps) {
  const canvas = useCanvas();
  const { board } = canvas;
  const [text, setText] = useState('');
  const id = useId();
  const { document } = board.state();
  const events = keys.flatMap((key) => {
    const parsed = parseKey(key);
    return parsed?.kind === 'event' ? [parsed.name] : [];
  });
  const tags = isJsonObject(document['tags']) ? Object.keys(document['tags']) : [];
  const offered = tags.filter((tag) => events.some((event) => !hasTag(document, event, tag)));
  const add = (tag: string) => {
    const [only] = events;
    const label = `Tag ${events.length === 1 ? only : `${events.length} events`} with ${tag}`;
    board.edit(label, (now) => events.reduce((tagged, event) => addTag(tagged, event, tag), now));
    onClose();
  };
  const commit = () => {
    const typed = toName('tag', text);
    const known = tags.find((tag) => tag.toLowerCase() === typed.toLowerCase());
    if (typed === '') onClose();
    else add(known ?? typed);
  };
  return (
    <PointSheet at={findAnchor(canvas, keys.at(-1))} label="Add a tag" onClose={onClose}>
      <form
        className="field"
        onSubmit={(event) => {
          event.preventDefault();
          commit();
        }}
      >
        <label htmlFor={id}>Tag: the thing it is about, such as course</label>
        <input
          id={id}
          value={text}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
        />
      </form>
      <div className="sheet-list">
        {offered
          .filter((tag) => tag.toLowerCase().includes(text.trim().toLowerCase()))
          .map((tag) => (
            <button
              key={tag}
              type="button"
              className="button button-quiet sheet-option"
              onClick={() => add(tag)}
            >
              <TagLabel name={tag} mark={findTagMark(document, tag)} isOnPaper />
            </button>
          ))}
      </div>
    </PointSheet>
  );
}

function hasTag(document: Parameters<typeof findElement>[0], event: string, tag: string): boolean {
  const tags = findElement(document, `event:${event}`)?.['tags'];
  return isJsonObject(tags) && Object.hasOwn(tags, tag);
}
