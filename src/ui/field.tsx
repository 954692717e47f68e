import { type ReactNode, useId } from 'react';

export interface FieldProps {
  readonly label: string;
  /** Drawn with the id that the label points to. */
  readonly children: (id: string) => ReactNode;
}

/** A control under its label. */
export function Field({ label, children }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
