import { type ReactNode, useId } from 'react';

export interface SectionProps {
  readonly title: string;
  /** Stands at the right of the heading. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the inspector under its heading. */
export function Section({ title, aside, children }: SectionProps) {
  const id = useId();
  return (
    <section className="form-section" aria-labelledby={id}>
      <header className="form-section-head">
        <h3 id={id}>{title}</h3>
        {aside}
      </header>
      {children}
    </section>
  );
}
