import type { BoardKind } from '../../../board/element-key.ts';
import type { JsonPath } from '../../../lib/scan-json.ts';
import { readList } from '../../forms/read-json.ts';
import { useWrite } from '../../forms/use-write.ts';
import { ReferenceList } from './reference-list.tsx';

export interface NameListProps {
  readonly kind: BoardKind;
  readonly path: JsonPath;
  readonly addLabel: string;
}

/** A list of names in the document, such as the events a policy reacts to. */
export function NameList({ kind, path, addLabel }: NameListProps) {
  const { read, put } = useWrite();
  const list = readList(read(path));
  const names = [...new Set(list.filter((name) => typeof name === 'string'))];
  return (
    <ReferenceList
      kind={kind}
      names={names}
      addLabel={addLabel}
      onAdd={(name) => put(`Add ${name}`, path, [...list, name])}
      onRemove={(name) =>
        put(
          `Remove ${name}`,
          path,
          list.filter((entry) => entry !== name),
        )
      }
    />
  );
}
