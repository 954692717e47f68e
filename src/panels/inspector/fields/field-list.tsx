import './fields.css';
import { renameField } from '../../../board/edits/rename-element.ts';
import { setAt } from '../../../board/edits/set-at.ts';
import { BOARD_SECTIONS, type ElementKey, parseKey } from '../../../board/element-key.ts';
import { moveEntry } from '../../forms/move-item.ts';
import { readObject } from '../../forms/read-json.ts';
import { useWrite } from '../../forms/use-write.ts';
import { useInspector } from '../use-inspector.ts';
import { AddField } from './add-field.tsx';
import { FieldRow } from './field-row.tsx';

export interface FieldListProps {
  readonly owner: ElementKey;
  /** What the fields are called in the document. */
  readonly property?: 'fields' | 'parameters';
  /** What one is called in words. */
  readonly noun?: string;
}

/** The fields of an element with their types: to add, rename everywhere, retype, move and remove. */
export function FieldList({ owner, property = 'fields', noun = 'field' }: FieldListProps) {
  const { board } = useInspector();
  const { read, put, write } = useWrite();
  const parsed = parseKey(owner);
  if (parsed === undefined) return null;
  const path = [BOARD_SECTIONS[parsed.kind], parsed.name, property];
  const fields = readObject(read(path));
  const names = Object.keys(fields);
  const taken = new Set(names);
  return (
    <div className="field-list">
      {names.length > 0 && (
        <ul>
          {Object.entries(fields).map(([name, type], index) => (
            <FieldRow
              key={name}
              name={name}
              type={type}
              taken={taken}
              index={index}
              count={names.length}
              onRename={(to) =>
                board.edit(`Rename ${name}`, (current) => renameField(current, owner, name, to))
              }
              onRetype={(next) => write(`Type of ${name}`, [...path, name], next)}
              onMove={(to) => put(`Move ${name}`, path, moveEntry(fields, index, to))}
              onRemove={() => put(`Remove ${noun} ${name}`, [...path, name], undefined)}
            />
          ))}
        </ul>
      )}
      <AddField
        noun={noun}
        taken={taken}
        onAdd={(added) =>
          board.edit(`Add ${added.map(({ name }) => name).join(', ')}`, (current) =>
            added.reduce((changed, { name, type }) => setAt(changed, [...path, name], type), current),
          )
        }
      />
    </div>
  );
}
