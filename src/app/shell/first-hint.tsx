import { X } from 'lucide-react';
import { useState } from 'react';
import { keep, readKept } from '../kept.ts';

/** How to begin, until it was read once. */
export function FirstHint({ onHelp }: { readonly onHelp: () => void }) {
  const [isSeen, setIsSeen] = useState(() => readKept('hint-seen') !== null);
  if (isSeen) return null;
  const close = () => {
    keep('hint-seen', 'yes');
    setIsSeen(true);
  };
  return (
    <aside className="first-hint" aria-label="How to begin">
      <p>
        Press <kbd className="key-cap">E</kbd> and type: an event. <kbd className="key-cap">Enter</kbd> makes
        the next.{' '}
        <button className="link-button" type="button" onClick={onHelp}>
          All keys
        </button>
      </p>
      <button className="icon-button" type="button" aria-label="Close the hint" onClick={close}>
        <X size={14} aria-hidden="true" />
      </button>
    </aside>
  );
}
