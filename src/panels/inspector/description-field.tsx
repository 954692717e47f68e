import type { JsonPath } from '../../lib/scan-json.ts';
import { TextField } from '../forms/controls/text-field.tsx';
import { readText } from '../forms/read-json.ts';
import { useWrite } from '../forms/use-write.ts';

export interface DescriptionFieldProps {
  readonly path: JsonPath;
  /** Whose description, for the undo list. */
  readonly of: string;
  readonly placeholder?: string;
}

/** What something is, in plain words. */
export function DescriptionField({ path, of, placeholder = 'Say what it is' }: DescriptionFieldProps) {
  const { read, write } = useWrite();
  return (
    <div className="insp-description">
      <TextField
        isBare
        isLong
        label={`Description of ${of}`}
        placeholder={placeholder}
        value={readText(read([...path, 'description'])) ?? ''}
        onType={(text) => {
          write(`Describe ${of}`, [...path, 'description'], text === '' ? undefined : text);
          return null;
        }}
      />
    </div>
  );
}
