import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

export interface TypedNameOptions {
  readonly value: string;
  /** Shown instead while nobody types here, such as what is being typed elsewhere. */
  readonly shown?: string | undefined;
  /** Why it cannot be called that, in a sentence; null when it can. */
  readonly judge: (text: string) => string | null;
  readonly onFinish: (text: string) => void;
  /** Follows what is being typed; null when that is over. */
  readonly onDraft?: (text: string | null) => void;
}

/**
 * A name, which counts once it is finished: by Enter, or by leaving the field in whatever way. Escape takes it back.
 * Half a name never counts, as a rename reaches everything that uses it.
 */
export function useTypedName({ value, shown = value, judge, onFinish, onDraft }: TypedNameOptions) {
  const [text, setText] = useState<string | null>(null);
  const refused = text === null || text === value ? null : judge(text);
  const stop = () => {
    setText(null);
    onDraft?.(null);
  };
  const finish = () => {
    if (text === null) return;
    stop();
    if (text !== value && refused === null) onFinish(text);
  };
  // Selecting another note takes the field away before it can lose the focus.
  const latest = useRef(finish);
  useEffect(() => {
    latest.current = finish;
  });
  useEffect(() => () => latest.current(), []);
  return {
    refused,
    control: {
      value: text ?? shown,
      onChange: (event: { readonly target: { readonly value: string } }) => {
        setText(event.target.value);
        onDraft?.(event.target.value);
      },
      onBlur: finish,
      onKeyDown: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
        if (event.key === 'Enter') {
          event.preventDefault();
          if (refused === null) event.currentTarget.blur();
        }
        if (event.key === 'Escape' && text !== null) {
          event.stopPropagation();
          stop();
        }
      },
    },
  };
}
