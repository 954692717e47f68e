import type { JsonPath } from '../../../lib/scan-json.ts';
import type { FieldKind } from '../../../model/field-type.ts';
import { useWrite } from '../use-write.ts';
import { ValueInput } from './value-input.tsx';

export interface TimeRowProps {
  readonly path: JsonPath;
  readonly name: string;
  readonly of: string;
}

const TIME: FieldKind = { kind: 'timestamp' };
/** What counts where no time is written. */
export const NO_TIME = '2000-01-01T00:00:00Z';

/** A time of its own, where it has one; emptied it is gone. */
export function TimeRow({ path, name, of }: TimeRowProps) {
  const { read, write } = useWrite();
  const value = read(path);
  if (value === undefined) return null;
  return (
    <div className="data-form">
      <div className="data-form-row data-form-helped">
        <span className="data-form-name data-form-time">{name}</span>
        <ValueInput
          label={`${name} of ${of}`}
          type={TIME}
          value={value}
          onChange={(time) => write(`${name} of ${of}`, path, time)}
        />
      </div>
    </div>
  );
}
