import { getOwn } from '../../../lib/get-own.ts';
import type { Json } from '../../../lib/json.ts';
import { pointer } from '../../../model/pointer.ts';
import { RowMenu } from '../../forms/controls/row-menu.tsx';
import { readObject, readText } from '../../forms/read-json.ts';
import { useWrite } from '../../forms/use-write.ts';
import { ElementLink } from '../element-link.tsx';
import { closeEntry, openEntry, readTarget } from './check-parts.ts';
import { BrokenRow } from './check-row.tsx';
import { EmitDetails } from './emit-details.tsx';
import { EntryRow } from './entry-row.tsx';
import { TagNames } from './tag-names.tsx';

export interface EmitRowProps {
  readonly command: string;
  readonly emit: Json;
  readonly index: number;
  readonly count: number;
  readonly onMove: (to: number) => void;
  readonly isOpenAtFirst?: boolean;
}

/** One event a command leads to: its tags, its condition, and its data when opened. */
export function EmitRow({ command, emit, index, count, onMove, isOpenAtFirst = false }: EmitRowProps) {
  const { read, put, write } = useWrite();
  const name = readTarget(emit, 'event');
  const path = ['commands', command, 'emits', index];
  const remove = () => put(`Stop emitting ${name ?? 'it'}`, path, undefined);
  if (name === undefined) return <BrokenRow index={index} count={count} onMove={onMove} onRemove={remove} />;
  const entry = openEntry(emit, 'event');
  const when = readText(getOwn(entry, 'when'));
  const tags = Object.keys(readObject(read(['events', name, 'tags'])));
  return (
    <EntryRow
      name={name}
      link={<ElementLink kind="event" name={name} />}
      foot={
        tags.length > 0 || when !== undefined ? (
          <>
            <TagNames names={tags} />
            {when !== undefined && (
              <span>
                when <code>{when}</code>
              </span>
            )}
          </>
        ) : null
      }
      isOpenAtFirst={isOpenAtFirst}
      menu={<RowMenu of={name} index={index} count={count} onMove={onMove} onRemove={remove} />}
    >
      <EmitDetails
        command={command}
        event={name}
        entry={entry}
        at={pointer(...path)}
        onChange={(changed, part) => write(`Emit ${name}`, path, closeEntry(changed, 'event'), part)}
      />
    </EntryRow>
  );
}
