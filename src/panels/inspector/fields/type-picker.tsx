import type { Json } from '../../../lib/json.ts';
import { parseFieldType } from '../../../model/field-type.ts';
import type { FieldType } from '../../../model/schema.ts';
import { ChoiceField } from '../../forms/controls/choice-field.tsx';
import { TextField } from '../../forms/controls/text-field.tsx';
import {
  readTypeChoice,
  TYPE_LABELS,
  TYPE_NAMES,
  type TypeChoice,
  type TypeName,
  writeTypeChoice,
} from './type-choice.ts';

export interface TypePickerProps {
  /** The field the type is of, for the controls' names. */
  readonly of: string;
  readonly type: Json;
  readonly onChange: (type: FieldType) => void;
}

const OPTIONS = TYPE_NAMES.map((name) => ({ value: name, label: TYPE_LABELS[name] }));
const KEY_OPTIONS = ['string', 'int', 'bool'].map((name) => ({ value: name, label: name }));
const ANY_TYPE: TypeChoice = { name: 'dyn', isOptional: false, of: 'string', key: 'string', values: [] };

/** The type of a field: a menu, and what a list, a map or a choice consists of below it. */
export function TypePicker({ of, type, onChange }: TypePickerProps) {
  const choice = readTypeChoice(type);
  const change = (changed: Partial<TypeChoice>) =>
    onChange(writeTypeChoice({ ...(choice ?? ANY_TYPE), ...changed }));
  const isChoice = choice?.name === 'choice';
  return (
    <>
      <div className="field-row-type">
        <ChoiceField
          isBare
          isModel
          label={`Type of ${of}`}
          value={choice?.name ?? String(type)}
          options={OPTIONS}
          onChoose={(name) => change({ name: name as TypeName })}
        />
      </div>
      <button
        type="button"
        className="field-row-optional"
        aria-pressed={choice?.isOptional ?? false}
        aria-label={`${of} may be missing`}
        title={isChoice ? 'A choice always has a value' : `${of} may be missing`}
        disabled={choice === null || isChoice}
        onClick={() => change({ isOptional: !choice?.isOptional })}
      >
        ?
      </button>
      {choice !== null && <TypeParts of={of} choice={choice} onChange={change} />}
    </>
  );
}

interface TypePartsProps {
  readonly of: string;
  readonly choice: TypeChoice;
  readonly onChange: (changed: Partial<TypeChoice>) => void;
}

function TypeParts({ of, choice, onChange }: TypePartsProps) {
  if (choice.name === 'choice') {
    return (
      <div className="field-row-parts">
        <TextField
          isModel
          label={`Texts ${of} can be, with commas`}
          value={choice.values.join(', ')}
          onType={(text) => {
            const values = text.split(',').map((value) => value.trim());
            const kept = [...new Set(values.filter((value) => value !== ''))];
            if (kept.length === 0) return 'A choice needs at least one text.';
            onChange({ values: kept });
            return null;
          }}
        />
      </div>
    );
  }
  if (choice.name !== 'list' && choice.name !== 'map') return null;
  return (
    <div className="field-row-parts">
      {choice.name === 'map' && (
        <ChoiceField
          isModel
          label="Looked up by"
          value={choice.key}
          options={KEY_OPTIONS}
          onChoose={(key) => onChange({ key })}
        />
      )}
      <TextField
        isModel
        label={choice.name === 'list' ? 'Each entry is' : 'Each value is'}
        value={choice.of}
        placeholder="string"
        onType={(text) => {
          if (parseFieldType(text) === undefined || text.trim().endsWith('?')) {
            return 'Such as string, int or list<string>.';
          }
          onChange({ of: text.trim() });
          return null;
        }}
      />
    </div>
  );
}
