/** The canvas moves the focus to the note in the frame after next. */
const FIRST_MS = 80;
const AGAIN_MS = 60;
/** The inspector may have to be fetched first. */
const MOST_TRIES = 40;

/** Brings the field of an expression into view and into focus, once the inspector shows it; nothing where it has no such field. */
export function focusExpression(at: string, tries = MOST_TRIES): void {
  setTimeout(
    () => {
      const field = document.querySelector<HTMLElement>(`.inspector [data-at="${CSS.escape(at)}"]`);
      if (field === null) {
        if (tries > 0) focusExpression(at, tries - 1);
        return;
      }
      field.scrollIntoView({ block: 'center' });
      field.querySelector<HTMLElement>('textarea, [contenteditable="true"]')?.focus({ preventScroll: true });
    },
    tries === MOST_TRIES ? FIRST_MS : AGAIN_MS,
  );
}
