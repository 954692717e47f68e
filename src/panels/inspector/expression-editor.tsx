import './expression/expression.css';
import { useEffect, useRef } from 'react';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Completion } from './expression/completion.ts';
import { ExpressionView } from './expression/expression-view.ts';

export interface ExpressionEditorProps {
  readonly value: string;
  /** Told with every key; what comes back as `value` is what counts. */
  readonly onChange: (value: string) => void;
  readonly label: string;
  /** The names that can be used here. */
  readonly scope: readonly Completion[];
  /** What is wrong with this expression; ranges are inside it. */
  readonly diagnostics: readonly Diagnostic[];
  readonly placeholder?: string;
}

/** A field for a CEL expression: coloured, completed, and underlined where it is wrong; whoever shows it says below it what is wrong. Loaded when it is needed. */
export function ExpressionEditor(props: ExpressionEditorProps) {
  const { value, onChange, label, scope, diagnostics, placeholder = '' } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<ExpressionView | null>(null);
  const latest = useRef(value);
  latest.current = value;
  const problem = diagnostics.map(({ message }) => message).join(' ');
  useEffect(() => {
    if (host.current === null) return;
    const made = new ExpressionView(host.current, latest.current, {
      label: '',
      placeholder: '',
      problem: '',
    });
    made.onLeave = () => made.show(latest.current);
    view.current = made;
    return () => made.destroy();
  }, []);
  useEffect(() => view.current?.show(value), [value]);
  useEffect(() => view.current?.dress({ label, placeholder, problem }), [label, placeholder, problem]);
  useEffect(() => view.current?.mark(diagnostics), [diagnostics]);
  useEffect(() => {
    if (view.current) Object.assign(view.current, { scope, onType: onChange });
  }, [scope, onChange]);
  return <div ref={host} className="expression-host" />;
}
