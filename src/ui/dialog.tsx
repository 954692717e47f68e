import './dialog.css';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';

export interface DialogProps {
  readonly title: string;
  /** Whether the title is drawn; it names the dialog either way. */
  readonly hidesTitle?: boolean;
  readonly width?: 'narrow' | 'wide';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A modal dialog, there as long as it is drawn. The browser traps the focus and gives it back afterwards. It starts on
 * what is marked `data-first-focus`, and otherwise on the first control.
 */
export function Dialog({ title, hidesTitle = false, width = 'narrow', onClose, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('[data-first-focus]')?.focus();
    return () => {
      dialog?.close();
      // Taken out of the page while open, the browser would leave the focus on nothing.
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click is on the backdrop; by keyboard it is Escape
    <dialog
      ref={ref}
      className={`dialog dialog-${width}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === ref.current && onClose()}
    >
      <div className="dialog-body">
        {hidesTitle ? (
          <h2 id={titleId} className="visually-hidden">
            {title}
          </h2>
        ) : (
          <header className="dialog-head">
            <h2 id={titleId}>{title}</h2>
            <button className="icon-button" type="button" aria-label="Close" onClick={onClose}>
              <X aria-hidden="true" size={16} />
            </button>
          </header>
        )}
        {children}
      </div>
    </dialog>
  );
}
