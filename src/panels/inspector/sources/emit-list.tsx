import './sources.css';
import { AddMenu } from '../../forms/controls/add-menu.tsx';
import { ElementSwatch } from '../../forms/element-swatch.tsx';
import { moveItem } from '../../forms/move-item.ts';
import { listNames, readList } from '../../forms/read-json.ts';
import { useWrite } from '../../forms/use-write.ts';
import { useInspector } from '../use-inspector.ts';
import { readTarget } from './check-parts.ts';
import { EmitRow } from './emit-row.tsx';

/** The events a command leads to, in their order. */
export function EmitList({ command }: { readonly command: string }) {
  const { document } = useInspector();
  const { read, put } = useWrite();
  const path = ['commands', command, 'emits'];
  const emits = readList(read(path));
  const events = listNames(document, 'events');
  return (
    <>
      {emits.length > 0 && (
        <ol className="entry-list">
          {emits.map((emit, index) => (
            <EmitRow
              // biome-ignore lint/suspicious/noArrayIndexKey: an event may come out twice, so only its place tells it apart.
              key={`${index} ${readTarget(emit, 'event')}`}
              command={command}
              emit={emit}
              index={index}
              count={emits.length}
              onMove={(to) => put('Order of the events', path, moveItem(emits, index, to))}
            />
          ))}
        </ol>
      )}
      <AddMenu
        label={emits.length > 0 ? 'Add another event' : 'Add an event'}
        empty="No event on the board yet: press E to make one."
        options={events.map((name) => ({ value: name, label: name, icon: <ElementSwatch kind="event" /> }))}
        onAdd={(name) => put(`Emit ${name}`, path, [...emits, name])}
      />
    </>
  );
}
