import { type ReactNode, useId } from 'react';
import type { FieldProfile } from '../../../history/import/field-survey.ts';
import type { FieldPath } from '../../../history/import/log-row.ts';

export interface FieldSelectProps {
  readonly label: ReactNode;
  /** What the select is called where the label is more than text. */
  readonly name?: string;
  readonly fields: readonly FieldProfile[];
  /** Several stand together. */
  readonly chosen: readonly FieldPath[];
  /** What choosing none means; null where one is needed. */
  readonly none: string | null;
  readonly why: string;
  readonly onChoose: (fields: readonly FieldPath[]) => void;
}

/** A part of the event, the field it is read from, and why that one was proposed. */
export function FieldSelect({ label, name, fields, chosen, none, why, onChoose }: FieldSelectProps) {
  const id = useId();
  const value = JSON.stringify(chosen);
  const single = fields.map(({ path }) => JSON.stringify([path]));
  const isKnown = chosen.length === 0 || single.includes(value);
  return (
    <div className="source-field">
      {name === undefined ? <label htmlFor={id}>{label}</label> : label}
      <select
        id={id}
        aria-label={name}
        aria-describedby={`${id}-why`}
        value={value}
        onChange={({ target }) => onChoose(JSON.parse(target.value) as readonly FieldPath[])}
      >
        <option value="[]" disabled={none === null}>
          {none ?? 'choose a field'}
        </option>
        {!isKnown && <option value={value}>{chosen.map(sayPath).join(' + ')}</option>}
        {fields.map(({ path, examples }, at) => (
          <option key={single[at]} value={single[at]}>
            {sayPath(path)}
            {examples[0] !== undefined && ` (${shorten(examples[0])})`}
          </option>
        ))}
      </select>
      <p className="source-why" id={`${id}-why`}>
        {why}
      </p>
    </div>
  );
}

export function sameFields(one: readonly FieldPath[], other: readonly FieldPath[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A field as people call it: an object's type alone, otherwise the way to it. */
function sayPath(path: FieldPath): string {
  return path[0] === 'objects' && path.length === 2 ? (path[1] ?? '') : path.join('.');
}

function shorten(text: string): string {
  return text.length <= 32 ? text : `${text.slice(0, 31)}…`;
}
