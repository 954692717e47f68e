import { type KeyboardEvent, useId, useState } from 'react';
import { type ElementKey, parseKey } from '../../board/element-key.ts';
import { KINDS } from '../../board/kinds.ts';
import { Swatch } from '../../ui/swatch.tsx';
import { centreOf } from '../arrows/geometry.ts';
import { type Canvas, useCanvas } from '../canvas.ts';
import { rectOf } from '../hands/find-room.ts';
import { linkNotes, listFollowing } from '../hands/link-notes.ts';
import { findAnchor } from './find-anchor.ts';
import { PointSheet } from './point-sheet.tsx';

export interface TargetSheetProps {
  readonly from: ElementKey;
  readonly onClose: () => void;
}

/** Draws an arrow without a mouse: the notes it may lead to, the nearest first; typing narrows the list. */
export function TargetSheet({ from, onClose }: TargetSheetProps) {
  const canvas = useCanvas();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const source = parseKey(from);
  const anchor = findAnchor(canvas, from);
  const found = listTargets(canvas, from).filter(({ name }) =>
    name.toLowerCase().includes(text.trim().toLowerCase()),
  );
  const chosen = found[Math.min(at, found.length - 1)];
  const choose = (key: ElementKey) => {
    linkNotes(canvas, from, key, anchor);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && chosen) choose(chosen.key);
    else return;
    event.preventDefault();
  };
  const kinds = source ? listFollowing(source.kind).map((kind) => KINDS[kind].label.toLowerCase()) : [];
  return (
    <PointSheet at={anchor} label={`Draw an arrow from ${source?.name}`} onClose={onClose}>
      <div className="field">
        <label htmlFor={id}>Arrow from {source?.name} to</label>
        <input
          id={id}
          role="combobox"
          aria-expanded
          aria-controls={`${id}-list`}
          {...(chosen ? { 'aria-activedescendant': `${id}-${chosen.key}` } : {})}
          autoComplete="off"
          value={text}
          placeholder={kinds.join(' or ')}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className="sheet-list" id={`${id}-list`} role="listbox" aria-label="Notes it may lead to">
        {found.map(({ key, name, kind }) => (
          <div
            key={key}
            id={`${id}-${key}`}
            className="sheet-option"
            role="option"
            aria-selected={key === chosen?.key}
            tabIndex={-1}
            ref={key === chosen?.key ? showOption : null}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(key)}
            onKeyDown={() => {}}
          >
            <Swatch kind={kind} token={KINDS[kind].token} isNote />
            <span>{name}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p className="sheet-empty">There is no such {kinds.join(' or ')} on the board.</p>
      )}
    </PointSheet>
  );
}

function showOption(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}

function listTargets({ places }: Canvas, from: ElementKey) {
  const source = parseKey(from);
  const place = places().get(from);
  if (!source || !place) return [];
  const kinds = listFollowing(source.kind);
  const start = centreOf(rectOf(from, place));
  return [...places()]
    .flatMap(([key, other]) => {
      const parsed = parseKey(key);
      if (!parsed || key === from || !kinds.includes(parsed.kind)) return [];
      const { x, y } = centreOf(rectOf(key, other));
      return [{ key, ...parsed, distance: Math.hypot(x - start.x, y - start.y) }];
    })
    .toSorted((a, b) => a.distance - b.distance);
}
