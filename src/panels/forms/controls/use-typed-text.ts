import { useState } from 'react';

export interface TypedTextOptions {
  readonly value: string;
  /** Takes what was typed; returns why it cannot be taken, in a sentence, or null. */
  readonly onType: (text: string) => string | null;
}

/**
 * What a person types, kept apart from the model while the field has the focus: so the caret stays where it is, a
 * refused text can be mended, and a change from elsewhere shows once the field is left.
 */
export function useTypedText({ value, onType }: TypedTextOptions) {
  const [draft, setDraft] = useState<{ readonly text: string; readonly refused: string | null } | null>(null);
  return {
    text: draft?.text ?? value,
    refused: draft?.refused ?? null,
    start: () => setDraft({ text: value, refused: null }),
    type: (text: string) => setDraft({ text, refused: onType(text) }),
    stop: () => setDraft(null),
  };
}
