import { memo } from 'react';
import type { LogEvent } from '../../lab/live-log.ts';
import type { JsonObject } from '../../lib/json.ts';
import { sayData } from '../../lib/say-data.ts';
import type { Needing } from './find-needing.ts';
import { NeedingLabels } from './needing-labels.tsx';
import { sayTime } from './say-time.ts';
import { sayWho } from './say-who.ts';
import { TagList } from './tag-list.tsx';

/** What all rows are drawn with; the same object as long as nothing changes. */
export interface RowLooks {
  readonly document: JsonObject;
  readonly needing: (event: LogEvent) => readonly Needing[];
  /** Positions that have just been written. */
  readonly fresh: ReadonlySet<number>;
  /** Whether the commands of a race wrote here, who are called #1, #2 … */
  readonly isRace: boolean;
  /** When it is, in milliseconds since 1970. */
  readonly now: number;
}

export interface LogTableRowProps {
  readonly id: string;
  readonly place: number;
  /** Undefined until it is at hand. */
  readonly event: LogEvent | undefined;
  readonly looks: RowLooks;
  readonly isChosen: boolean;
  readonly onChoose: (place: number, event: LogEvent | undefined) => void;
}

export const LogTableRow = memo(function LogTableRow(props: LogTableRowProps) {
  const { id, place, event, looks, isChosen, onChoose } = props;
  if (event === undefined) {
    return (
      <tr id={id} className="log-row log-row-waiting" aria-rowindex={place + 2}>
        <td className="log-position">…</td>
        <td colSpan={6} />
      </tr>
    );
  }
  const { position, type, tags, data, time } = event;
  const isFresh = looks.fresh.has(position);
  return (
    <tr
      id={id}
      className={`log-row${isChosen ? ' log-row-chosen' : ''}${isFresh ? ' log-row-fresh' : ''}`}
      aria-rowindex={place + 2}
      aria-selected={isChosen}
      onClick={() => onChoose(place, event)}
    >
      <td className="log-position">{position}</td>
      <td className="log-time" title={time}>
        {sayTime(time, looks.now)}
      </td>
      <td>
        <span className="log-type">{type}</span>
      </td>
      <td>
        <TagList tags={tags} document={looks.document} />
      </td>
      <td className="log-data">{sayData(data)}</td>
      <td className="log-who">{sayWho(event, looks.isRace)}</td>
      <td>
        <NeedingLabels needing={looks.needing(event)} />
      </td>
    </tr>
  );
});
