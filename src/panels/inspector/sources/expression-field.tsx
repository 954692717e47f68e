import { type ComponentType, useEffect, useId, useState } from 'react';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { useTypedText } from '../../forms/controls/use-typed-text.ts';
import type { Completion } from '../expression/completion.ts';
import { useInspector } from '../use-inspector.ts';

interface EditorProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label: string;
  readonly scope: readonly Completion[];
  readonly diagnostics: readonly Diagnostic[];
  readonly placeholder?: string;
}

export interface ExpressionFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The JSON pointer of the expression, for what is said about it. */
  readonly at: string;
  readonly scope: readonly Completion[];
  readonly placeholder?: string;
  readonly isBare?: boolean;
}

const NOTHING: readonly Diagnostic[] = [];

/** An expression: a plain field at first, with highlighting and completion once the editor has come. */
export function ExpressionField({ label, at, isBare = false, ...rest }: ExpressionFieldProps) {
  const { analysis } = useInspector();
  const [isTypingPlainly, setTypingPlainly] = useState(false);
  const Editor = useEditor();
  const id = useId();
  const diagnostics = analysis?.diagnostics.filter((found) => found.at === at) ?? NOTHING;
  return (
    <div className="field insp-expression" data-at={at}>
      {Editor !== null && !isTypingPlainly ? (
        <>
          {/* The editor says its own name to screen readers. */}
          {!isBare && (
            <span className="insp-label" aria-hidden="true">
              {label}
            </span>
          )}
          <Editor label={label} diagnostics={diagnostics} {...rest} />
        </>
      ) : (
        <>
          <label className={isBare ? 'visually-hidden' : undefined} htmlFor={id}>
            {label}
          </label>
          <PlainExpression id={id} onFocusChange={setTypingPlainly} {...rest} />
        </>
      )}
      {diagnostics.map(({ code, message }) => (
        <p key={code + message} className="form-refusal">
          {message}
        </p>
      ))}
    </div>
  );
}

interface PlainExpressionProps extends Pick<EditorProps, 'value' | 'onChange' | 'placeholder'> {
  readonly id: string;
  readonly onFocusChange: (hasFocus: boolean) => void;
}

function PlainExpression({ id, value, onChange, placeholder, onFocusChange }: PlainExpressionProps) {
  const { text, start, type, stop } = useTypedText({
    value,
    onType: (typed) => {
      onChange(typed);
      return null;
    },
  });
  return (
    <textarea
      id={id}
      className="form-model"
      rows={1}
      spellCheck={false}
      value={text}
      placeholder={placeholder}
      onChange={(event) => type(event.target.value)}
      onFocus={() => {
        start();
        onFocusChange(true);
      }}
      onBlur={() => {
        stop();
        onFocusChange(false);
      }}
    />
  );
}

let loaded: ComponentType<EditorProps> | null = null;

/** The editor, which is large and comes when the first expression is shown; without it the plain field remains. */
function useEditor(): ComponentType<EditorProps> | null {
  const [editor, setEditor] = useState<{ readonly component: ComponentType<EditorProps> | null }>({
    component: loaded,
  });
  useEffect(() => {
    if (loaded !== null) return;
    let isGone = false;
    import('../expression-editor.tsx').then(
      ({ ExpressionEditor }) => {
        loaded = ExpressionEditor;
        if (!isGone) setEditor({ component: loaded });
      },
      () => {},
    );
    return () => {
      isGone = true;
    };
  }, []);
  return editor.component;
}
