import './palette.css';
import { Command } from 'cmdk';
import { useState } from 'react';
import { KINDS } from '../../board/kinds.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { Action } from '../../ui/actions.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { sayKeys } from '../../ui/say-keys.ts';
import { Swatch } from '../../ui/swatch.tsx';
import { listActions, listElements, type PaletteEntry } from './list-entries.ts';
import { rank } from './match.ts';
import { putRecentFirst } from './recent.ts';

/** More than fits on a screen, and few enough to be drawn with each letter typed. */
const MOST_SHOWN = 60;

export interface PaletteProps {
  /** `elements`: what is on the board only, to go to. */
  readonly offers: 'everything' | 'elements';
  readonly document: JsonObject;
  readonly actions: readonly Action[];
  /** Ids of what was chosen lately, the last one first. */
  readonly recent: readonly string[];
  readonly onChoose: (entry: PaletteEntry) => void;
  readonly onClose: () => void;
}

/** Every action and every element, found by typing. */
export function Palette({ offers, document, actions, recent, onChoose, onClose }: PaletteProps) {
  const [typed, setTyped] = useState('');
  const [entries] = useState(() => {
    const elements = listElements(document);
    const all = offers === 'elements' ? elements : [...listActions(actions), ...elements];
    return putRecentFirst(all, recent);
  });
  const found = rank(entries, typed, (entry) => entry);
  const shown = found.slice(0, MOST_SHOWN);
  const [marked, setMarked] = useState('');
  const title = offers === 'elements' ? 'Find on the board' : 'Find or do anything';
  const type = (text: string) => {
    setTyped(text);
    setMarked(rank(entries, text, (entry) => entry)[0]?.id ?? '');
  };
  return (
    <Dialog title={title} hidesTitle onClose={onClose}>
      <Command
        className="palette"
        label={title}
        shouldFilter={false}
        loop
        value={marked || (shown[0]?.id ?? '')}
        onValueChange={setMarked}
      >
        <Command.Input
          className="palette-input"
          data-first-focus
          value={typed}
          onValueChange={type}
          placeholder={offers === 'elements' ? 'Name of a note…' : 'An action, or the name of a note…'}
        />
        <Command.List className="palette-list" label="Found">
          {shown.map((entry) => (
            <Command.Item
              key={entry.id}
              value={entry.id}
              className="palette-item"
              onSelect={() => onChoose(entry)}
            >
              <EntryLine entry={entry} />
            </Command.Item>
          ))}
        </Command.List>
        <p className="palette-count" role="status">
          {sayCount(found.length, typed)}
        </p>
      </Command>
    </Dialog>
  );
}

function EntryLine({ entry }: { readonly entry: PaletteEntry }) {
  if (entry.type === 'element') {
    const { label, token, form } = KINDS[entry.kind];
    return (
      <>
        <Swatch kind={entry.kind} token={token} isNote={form === 'note'} />
        <span className="palette-text">{entry.text}</span>
        <span className="palette-side">{label}</span>
      </>
    );
  }
  const { keys, group } = entry.action;
  return (
    <>
      <span className="palette-text">{entry.text}</span>
      <span className="palette-side">{group}</span>
      {keys?.[0] !== undefined && <kbd className="key-cap">{sayKeys(keys[0])}</kbd>}
    </>
  );
}

function sayCount(count: number, typed: string): string {
  if (count === 0)
    return typed.trim() === '' ? 'Nothing is on the board yet.' : `Nothing is called “${typed.trim()}”.`;
  if (count > MOST_SHOWN) return `${MOST_SHOWN} of ${count.toLocaleString('en')}: type more to see the rest`;
  return `${count} found`;
}
