import { getAt, setAt } from '../../board/edits/set-at.ts';
import type { Json } from '../../lib/json.ts';
import type { JsonPath } from '../../lib/scan-json.ts';
import { pointer } from '../../model/pointer.ts';
import { useForm } from './use-form.ts';

/** Reads and writes plain values of the document; undefined removes what is there. */
export function useWrite() {
  const { board, document } = useForm();
  return {
    read: (path: JsonPath): Json | undefined => getAt(document, path),
    /** What is typed into one place is one step to undo; `part` tells places apart that are written as one. */
    write: (label: string, path: JsonPath, value: Json | undefined, part = '') =>
      board.edit(label, (current) => setAt(current, path, value), { group: `${pointer(...path)} ${part}` }),
    /** A step of its own to undo: something added, removed, moved or chosen. */
    put: (label: string, path: JsonPath, value: Json | undefined) =>
      board.edit(label, (current) => setAt(current, path, value)),
  };
}
