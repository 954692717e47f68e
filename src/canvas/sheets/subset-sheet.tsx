import { useSyncExternalStore } from 'react';
import type { ArrowEnds } from '../../board/desk.ts';
import { readSubset, setSubset } from '../../board/edits/subset.ts';
import { parseKey } from '../../board/element-key.ts';
import { TagLabel } from '../../ui/tag-label.tsx';
import { findTagMark } from '../../ui/tag-mark.ts';
import type { Point } from '../arrows/geometry.ts';
import { useCanvas } from '../canvas.ts';
import { PointSheet } from './point-sheet.tsx';

export interface SubsetSheetProps {
  readonly at: Point;
  readonly arrow: ArrowEnds;
  readonly onClose: () => void;
}

/** Which events of a type a constraint needs: those with the same value of the ticked tags. */
export function SubsetSheet({ at, arrow, onClose }: SubsetSheetProps) {
  const { board } = useCanvas();
  const { document, parsed } = useSyncExternalStore(board.listen, board.state);
  const event = parseKey(arrow.from)?.name;
  const constraint = parseKey(arrow.to)?.name;
  if (event === undefined || constraint === undefined || parsed.model === null) return null;
  const { tags, offered } = readSubset(parsed.model, constraint, event);
  const toggle = (tag: string) => {
    const wanted = tags.includes(tag) ? tags.filter((other) => other !== tag) : [...tags, tag];
    const label = wanted.length === 0 ? `any ${event}` : `same ${wanted.join(' and ')}`;
    board.edit(`${constraint} reads ${label}`, (now) => setSubset(now, constraint, event, wanted));
  };
  return (
    <PointSheet at={at} label="Which events are needed" onClose={onClose}>
      <p className="sheet-title">
        Which <b>{event}</b> does <b>{constraint}</b> need?
      </p>
      {offered.map((tag) => (
        <label key={tag} className="sheet-choice">
          <input type="checkbox" checked={tags.includes(tag)} onChange={() => toggle(tag)} />
          <span>of the same</span>
          <TagLabel name={tag} mark={findTagMark(document, tag)} isOnPaper />
        </label>
      ))}
      <p className="sheet-title">{sayNeed(event, tags, offered)}</p>
    </PointSheet>
  );
}

function sayNeed(event: string, tags: readonly string[], offered: readonly string[]): string {
  if (offered.length === 0) return `It reads every ${event}. Give the event a tag to need only some.`;
  return tags.length === 0 ? `Nothing is ticked: it reads every ${event}.` : 'It reads only these.';
}
