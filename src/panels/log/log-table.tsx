import { type KeyboardEvent, useEffect, useId } from 'react';
import type { LogEvent, LogView, LogWindow } from '../../lab/live-log.ts';
import { LogTableHead } from './log-table-head.tsx';
import { LogTableRow, type RowLooks } from './log-table-row.tsx';
import { useScrolledRows } from './use-scrolled-rows.ts';

/** Heights as the style has them. */
const ROW = 28;
const HEAD = 28;

export interface LogTableProps {
  readonly view: LogView;
  readonly look: LogWindow['look'];
  readonly looks: RowLooks;
  /** The place that is chosen; null for none. */
  readonly chosen: number | null;
  /** The place to bring into sight; null for none. */
  readonly sought: number | null;
  readonly onChoose: (place: number, event: LogEvent | undefined) => void;
}

/** Events with the newest at the end; of many only those in sight are drawn. */
export function LogTable({ view, look, looks, chosen, sought, onChoose }: LogTableProps) {
  const id = useId();
  const rows = useScrolledRows(view, ROW, HEAD);
  const { from, to } = rows;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view may lack what the last one had at hand
  useEffect(() => look(from, to), [look, from, to, view]);
  const { reveal } = rows;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is brought into sight once, whatever is drawn then
  useEffect(() => {
    if (sought !== null) reveal(sought);
  }, [sought]);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moveBy(event.key, chosen, view.count);
    if (next === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    rows.reveal(next);
    onChoose(next, view.at(next));
  };
  const places = Array.from({ length: to - from }, (_, index) => from + index);
  return (
    <div className="log-frame">
      <div className="log-scroll" ref={rows.ref} onScroll={rows.onScroll}>
        <table
          // The commands of a race all run at one time.
          className={looks.isRace ? 'log-table log-table-race' : 'log-table'}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: one goes through its rows by key
          role="grid"
          aria-label="Events"
          aria-rowcount={view.count + 1}
          aria-activedescendant={
            chosen !== null && chosen >= from && chosen < to ? `${id}-${chosen}` : undefined
          }
          tabIndex={0}
          onKeyDown={onKeyDown}
        >
          <LogTableHead />
          <tbody>
            <Gap rows={from} />
            {places.map((place) => (
              <LogTableRow
                key={place - view.prepended}
                id={`${id}-${place}`}
                place={place}
                event={view.at(place)}
                looks={looks}
                isChosen={place === chosen}
                onChoose={onChoose}
              />
            ))}
            <Gap rows={view.count - to} />
          </tbody>
        </table>
      </div>
      {!rows.isAtEnd && (
        <button className="button log-to-end" type="button" onClick={rows.goToEnd}>
          To the end ↓
        </button>
      )}
    </div>
  );
}

/** The room of rows that are not drawn. */
function Gap({ rows }: { readonly rows: number }) {
  if (rows === 0) return null;
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: it takes the room of rows, and is none
    <tr role="presentation" style={{ height: rows * ROW }}>
      <td />
    </tr>
  );
}

const PAGE = 10;

function moveBy(key: string, chosen: number | null, count: number): number | null {
  if (count === 0) return null;
  const at = chosen ?? count;
  const goal = {
    ArrowUp: at - 1,
    ArrowDown: at + 1,
    PageUp: at - PAGE,
    PageDown: at + PAGE,
    Home: 0,
    End: count - 1,
  }[key];
  return goal === undefined ? null : Math.max(0, Math.min(count - 1, goal));
}
