import { type ReactNode, useId, useState } from 'react';
import type { Completion } from '../expression/completion.ts';
import { ExpressionField } from './expression-field.tsx';
import type { SourceOption } from './source-options.ts';

/** No expression has this text, as it is no expression. */
const NONE = '';
const OTHER = ' other';

export interface SourcePickerProps {
  /** What gets the value: a tag, a field, a parameter. */
  readonly label: string;
  /** Shown in place of the label. */
  readonly children?: ReactNode;
  /** The expression; undefined where there is none. */
  readonly value: string | undefined;
  readonly options: readonly SourceOption[];
  /** What no expression means here, such as "courseId of the command"; null where there must be one. */
  readonly fallback: string | null;
  readonly at: string;
  readonly scope: readonly Completion[];
  readonly onPick: (expression: string | undefined) => void;
}

/** Where a value comes from: a menu of the fields first, any expression after that. */
export function SourcePicker(props: SourcePickerProps) {
  const { label, children, value, options, fallback, at, scope, onPick } = props;
  const [isWriting, setWriting] = useState(false);
  const id = useId();
  const isListed = options.some(({ expression }) => expression === value);
  const isWritten = value !== undefined && value !== '' && !isListed;
  const shown = isWriting || isWritten ? OTHER : (value ?? NONE);
  const choose = (chosen: string) => {
    setWriting(chosen === OTHER);
    if (chosen !== OTHER) onPick(chosen === NONE ? undefined : chosen);
  };
  return (
    <div className="insp-source">
      <div className="insp-source-line">
        <label htmlFor={id} className="insp-source-label">
          {children ?? label}
        </label>
        <select id={id} className="form-model" value={shown} onChange={(event) => choose(event.target.value)}>
          {(fallback !== null || shown === NONE) && <option value={NONE}>{fallback ?? 'choose …'}</option>}
          {options.map(({ expression, label: name }) => (
            <option key={expression} value={expression}>
              {name}
            </option>
          ))}
          <option value={OTHER}>other expression …</option>
        </select>
      </div>
      {shown === OTHER && (
        <ExpressionField
          isBare
          label={`Expression for ${label}`}
          at={at}
          scope={scope}
          value={value ?? ''}
          onChange={(text) => onPick(text.trim() === '' ? undefined : text)}
        />
      )}
    </div>
  );
}
