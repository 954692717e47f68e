import { useId } from 'react';
import type { Json } from '../../../lib/json.ts';
import type { FieldType } from '../../../model/schema.ts';
import { Refusal } from '../../forms/controls/refusal.tsx';
import { RowMenu } from '../../forms/controls/row-menu.tsx';
import { useTypedName } from '../../forms/controls/use-typed-name.ts';
import { TypePicker } from './type-picker.tsx';
import { judgeFieldName, toFieldName } from './typed-field.ts';

export interface FieldRowProps {
  readonly name: string;
  readonly type: Json;
  readonly taken: ReadonlySet<string>;
  readonly index: number;
  readonly count: number;
  readonly onRename: (to: string) => void;
  readonly onRetype: (type: FieldType) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

/** One field: its name, its type, and what else can be done with it. */
export function FieldRow(props: FieldRowProps) {
  const { name, type, taken, index, count, onRename, onRetype, onMove, onRemove } = props;
  const id = useId();
  const { refused, control } = useTypedName({
    value: name,
    judge: (text) => (toFieldName(text) === name ? null : judgeFieldName(toFieldName(text), taken)),
    onFinish: (text) => onRename(toFieldName(text)),
  });
  return (
    <li className="field-row">
      <input
        className="field-row-name form-quiet form-model"
        type="text"
        autoComplete="off"
        spellCheck={false}
        aria-label={`Name of ${name}`}
        aria-invalid={refused !== null}
        aria-describedby={refused === null ? undefined : `${id}-refused`}
        {...control}
      />
      <TypePicker of={name} type={type} onChange={onRetype} />
      <RowMenu of={name} index={index} count={count} onMove={onMove} onRemove={onRemove} />
      <Refusal id={`${id}-refused`}>{refused}</Refusal>
    </li>
  );
}
