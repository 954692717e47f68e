import './values.css';
import { Clock } from 'lucide-react';
import { sampleData } from '../../../board/sample-value.ts';
import { getOwn } from '../../../lib/get-own.ts';
import type { JsonPath } from '../../../lib/scan-json.ts';
import { MenuItem } from '../../../ui/menu.tsx';
import { AddMenu } from '../controls/add-menu.tsx';
import { RowMenu } from '../controls/row-menu.tsx';
import { ElementSwatch } from '../element-swatch.tsx';
import { listFieldKinds } from '../field-kinds.ts';
import { FindingsList } from '../findings/findings-list.tsx';
import { moveItem } from '../move-item.ts';
import { listNames, readList, readObject, readText } from '../read-json.ts';
import { useForm } from '../use-form.ts';
import { useWrite } from '../use-write.ts';
import { DataForm } from './data-form.tsx';
import { findBeside } from './find-findings.ts';
import { NO_TIME, TimeRow } from './time-row.tsx';
import type { ValueHelp } from './value-help.ts';

export interface EventRowsProps {
  readonly path: JsonPath;
  readonly addLabel: string;
  /** Whether an event can have a time of its own. */
  readonly hasTimes?: boolean;
  readonly help?: ValueHelp;
}

/** Events with their data, in order: what happened before, or what must come out. */
export function EventRows({ path, addLabel, hasTimes = false, help }: EventRowsProps) {
  const { document } = useForm();
  const { read, put } = useWrite();
  const events = readList(read(path));
  const fieldsOf = (name: string) =>
    listFieldKinds(getOwn(readObject(getOwn(readObject(document['events']), name)), 'fields'));
  return (
    <>
      {events.length > 0 && (
        <ol className="event-rows">
          {events.map((entry, index) => {
            const name = readText(readObject(entry)['event']) ?? '';
            const at = [...path, index];
            const fields = fieldsOf(name);
            const named = [...fields.keys(), ...Object.keys(readObject(readObject(entry)['data']))];
            const beside = findBeside(help?.findings ?? [], at, named);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same event may stand here twice.
              <li className="event-row" key={`${index} ${name}`}>
                <div className="entry-row-head">
                  <ElementSwatch kind="event" />
                  <span className="form-name form-grow">{name || 'An entry nobody can read'}</span>
                  <RowMenu
                    of={name}
                    index={index}
                    count={events.length}
                    onMove={(to) => put('Order of the events', path, moveItem(events, index, to))}
                    onRemove={() => put(`Remove ${name}`, at, undefined)}
                  >
                    {hasTimes && readObject(entry)['time'] === undefined && (
                      <MenuItem
                        icon={<Clock size={14} />}
                        onSelect={() => put(`Time of ${name}`, [...at, 'time'], NO_TIME)}
                      >
                        Say when
                      </MenuItem>
                    )}
                  </RowMenu>
                </div>
                <DataForm entry={at} of={name} fields={fields} help={help} />
                {hasTimes && <TimeRow path={[...at, 'time']} name="time" of={name} />}
                {beside.length > 0 && <FindingsList findings={beside} />}
              </li>
            );
          })}
        </ol>
      )}
      <AddMenu
        label={addLabel}
        empty="No event on the board yet."
        options={listNames(document, 'events').map((event) => ({
          value: event,
          label: event,
          icon: <ElementSwatch kind="event" />,
        }))}
        onAdd={(event) =>
          put(`Add ${event}`, path, [...events, { event, data: sampleData(fieldsOf(event)) }])
        }
      />
    </>
  );
}
