import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';

export interface EntryRowProps {
  /** The link to what the row is about. */
  readonly link: ReactNode;
  readonly name: string;
  /** One line of the model below the name. */
  readonly foot?: ReactNode;
  readonly menu: ReactNode;
  readonly isOpenAtFirst?: boolean;
  /** Shown when it is opened. */
  readonly children: ReactNode;
}

/** A row that can be opened to its details. */
export function EntryRow({ link, name, foot, menu, isOpenAtFirst = false, children }: EntryRowProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  return (
    <li className="entry-row">
      <div className="entry-row-head">
        {link}
        {menu}
        <button
          type="button"
          className="form-icon entry-row-toggle"
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={`Details of ${name}`}
          onClick={() => setOpen(!isOpen)}
        >
          <ChevronRight size={16} strokeWidth={2} aria-hidden="true" />
        </button>
      </div>
      {foot !== undefined && foot !== null && <div className="entry-row-foot">{foot}</div>}
      <div className="entry-row-body" id={id} hidden={!isOpen}>
        {isOpen && children}
      </div>
    </li>
  );
}
