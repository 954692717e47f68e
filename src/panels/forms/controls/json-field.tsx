import type { Json } from '../../../lib/json.ts';
import { sayJson } from '../say-json.ts';
import { TextField } from './text-field.tsx';

export interface JsonFieldProps {
  readonly label: string;
  readonly value: Json | undefined;
  /** Undefined when the field was emptied. */
  readonly onType: (value: Json | undefined) => void;
  readonly placeholder?: string;
  readonly isBare?: boolean;
}

/** Any value, written as JSON. */
export function JsonField({
  value,
  onType,
  placeholder = 'JSON, such as 0 or "text"',
  ...rest
}: JsonFieldProps) {
  const type = (text: string) => {
    if (text.trim() === '') {
      onType(undefined);
      return null;
    }
    const parsed = parseJson(text);
    if (parsed === undefined) return 'Not JSON yet: texts stand in double quotes.';
    onType(parsed);
    return null;
  };
  return (
    <TextField
      {...rest}
      isLong
      isModel
      placeholder={placeholder}
      value={value === undefined ? '' : sayJson(value)}
      onType={type}
    />
  );
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
