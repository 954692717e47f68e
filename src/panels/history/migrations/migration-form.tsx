import { Trash2 } from 'lucide-react';
import { mergeEvents } from '../../../board/edits/merge-events.ts';
import { changeMigration, removeMigration } from '../../../board/edits/migrations.ts';
import type { Json, JsonObject } from '../../../lib/json.ts';
import { ChoiceField } from '../../forms/controls/choice-field.tsx';
import { JsonField } from '../../forms/controls/json-field.tsx';
import { TextField } from '../../forms/controls/text-field.tsx';
import { listNames, readText, readTexts } from '../../forms/read-json.ts';
import { useForm } from '../../forms/use-form.ts';
import { CHANGES, kindOf, type Part } from './migration-words.ts';

export interface MigrationFormProps {
  readonly at: number;
  readonly migration: JsonObject;
}

/** One migration of the model, as a form. */
export function MigrationForm({ at, migration }: MigrationFormProps) {
  const { board } = useForm();
  const kind = kindOf(migration);
  const name = readText(migration['name']) ?? '';
  const set = (key: string, value: Json | undefined) => {
    const edit = (document: JsonObject) => changeMigration(document, at, key, value);
    board.edit(`Change migration “${name}”`, edit, { group: `migration ${at} ${key}` });
    return null;
  };
  return (
    <fieldset className="migration">
      <legend className="migration-kind">{kind === null ? 'Unknown change' : CHANGES[kind].name}</legend>
      <button
        className="icon-button migration-remove"
        type="button"
        aria-label={`Remove migration ${name}`}
        onClick={() => board.edit(`Remove migration “${name}”`, (document) => removeMigration(document, at))}
      >
        <Trash2 size={14} aria-hidden="true" />
      </button>
      <TextField label="Name" value={name} onType={(text) => set('name', text)} />
      {kind !== null &&
        CHANGES[kind].parts.map((part) => (
          <PartField key={part.key} part={part} value={migration[part.key]} onSet={set} />
        ))}
      {kind === 'merge' && <BringAlong migration={migration} />}
      <label className="migration-read">
        <input
          type="checkbox"
          checked={migration['onRead'] === true}
          onChange={(event) => set('onRead', event.target.checked ? true : undefined)}
        />
        Apply on read only, and leave what is stored alone
      </label>
    </fieldset>
  );
}

/** Offers to merge the two events in the model as well, while it still has both. */
function BringAlong({ migration }: { readonly migration: JsonObject }) {
  const { board, document } = useForm();
  const from = readText(migration['event']) ?? '';
  const to = readText(migration['to']) ?? readText(migration['with']) ?? '';
  const events = listNames(document, 'events');
  if (from === to || !events.includes(from) || !events.includes(to)) return null;
  return (
    <button
      className="button"
      type="button"
      onClick={() => board.edit(`Merge ${from} into ${to}`, (before) => mergeEvents(before, from, to))}
    >
      Merge them in the model too
    </button>
  );
}

interface PartFieldProps {
  readonly part: Part;
  readonly value: Json | undefined;
  readonly onSet: (key: string, value: Json | undefined) => null;
}

function PartField({ part, value, onSet }: PartFieldProps) {
  const { document } = useForm();
  const { key, label, kind, placeholder = '' } = part;
  if (kind === 'json') {
    return (
      <JsonField label={label} value={value} placeholder={placeholder} onType={(json) => onSet(key, json)} />
    );
  }
  if (kind === 'event' || kind === 'aggregate') {
    const names = listNames(document, kind === 'event' ? 'events' : 'aggregates');
    return (
      <ChoiceField
        label={label}
        isModel
        value={readText(value) ?? ''}
        options={[{ value: '', label: 'choose…' }, ...names.map((name) => ({ value: name, label: name }))]}
        onChoose={(name) => onSet(key, name === '' ? undefined : name)}
      />
    );
  }
  const text = kind === 'names' ? readTexts(value).join(', ') : (readText(value) ?? '');
  const read = (typed: string): Json | undefined => {
    if (typed.trim() === '') return undefined;
    return kind === 'names'
      ? typed
          .split(',')
          .map((one) => one.trim())
          .filter(Boolean)
      : typed;
  };
  return (
    <TextField
      label={label}
      value={text}
      placeholder={placeholder}
      isModel
      onType={(typed) => onSet(key, read(typed))}
    />
  );
}
