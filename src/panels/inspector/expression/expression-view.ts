import { autocompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { type Diagnostic as Mark, setDiagnostics } from '@codemirror/lint';
import { Annotation, Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView, placeholder } from '@codemirror/view';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { cel } from './cel-language.ts';
import { findOffers, type Offer } from './complete.ts';
import type { Completion } from './completion.ts';
import { editorTheme } from './editor-theme.ts';
import { expressionKeys } from './expression-keys.ts';
import { findChange } from './find-change.ts';

/** Marks a change that came from the document, not from the keyboard. */
const fromOutside = Annotation.define<true>();

export interface ExpressionLook {
  readonly label: string;
  readonly placeholder: string;
  /** What is wrong, in one text; empty when nothing is. */
  readonly problem: string;
}

/** CodeMirror with one CEL expression, in a shadow root so that its styles need no style element of the page. */
export class ExpressionView {
  readonly #view: EditorView;
  readonly #look = new Compartment();
  /** Texts told to the outside and not yet come back: an echo of them must not undo what was typed since. */
  #told: readonly string[] = [];
  #marked = '';
  scope: readonly Completion[] = [];
  onType: (text: string) => void = () => {};
  onLeave: () => void = () => {};

  constructor(host: HTMLElement, text: string, look: ExpressionLook) {
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open', delegatesFocus: true });
    root.addEventListener('keydown', keepLettersIn);
    const extensions = [
      cel,
      editorTheme,
      expressionKeys,
      EditorView.domEventHandlers({
        blur: () => {
          this.#told = [];
          this.onLeave();
        },
      }),
      EditorView.lineWrapping,
      autocompletion({ icons: false, override: [(context) => this.#complete(context)] }),
      this.#look.of(makeLook(look)),
      EditorView.updateListener.of(({ docChanged, transactions }) => {
        if (docChanged && !transactions.some((change) => change.annotation(fromOutside))) this.#tell();
      }),
    ];
    this.#view = new EditorView({ state: EditorState.create({ doc: text, extensions }), parent: root, root });
  }

  /** Shows a text that came from outside; the caret stays with what is around it. */
  show(text: string): void {
    const echo = this.#told.indexOf(text);
    this.#told = echo === -1 ? this.#told : this.#told.slice(echo + 1);
    if (echo !== -1 && this.#view.hasFocus) return;
    const change = findChange(this.#view.state.doc.toString(), text);
    if (change) this.#view.dispatch({ changes: change, annotations: fromOutside.of(true) });
  }

  dress(look: ExpressionLook): void {
    this.#view.dispatch({ effects: this.#look.reconfigure(makeLook(look)) });
  }

  mark(diagnostics: readonly Diagnostic[]): void {
    const { doc } = this.#view.state;
    const marked = JSON.stringify([doc.toString(), diagnostics]);
    // Marking again would close what is open, such as a message on hover.
    if (marked === this.#marked) return;
    this.#marked = marked;
    const { length } = doc;
    const marks = diagnostics.map(({ range, severity, message }): Mark => {
      const from = Math.min(range?.start ?? 0, length);
      return { from, to: Math.min(Math.max(range?.end ?? length, from), length), severity, message };
    });
    this.#view.dispatch(setDiagnostics(this.#view.state, marks));
  }

  destroy(): void {
    this.#view.destroy();
  }

  #tell(): void {
    const text = this.#view.state.doc.toString();
    this.#told = [...this.#told, text];
    this.onType(text);
  }

  #complete({ state, pos, explicit }: CompletionContext): CompletionResult | null {
    const before = state.sliceDoc(0, pos);
    const found = findOffers(before, this.scope);
    if (found === null || (found.from === pos && !explicit && !before.endsWith('.'))) return null;
    return { from: found.from, options: found.offers.map(toOption), validFor: /^[\w.]*$/ };
  }
}

/** Outside of the shadow root nobody sees that somebody is typing, so letters end here. Orders such as Ctrl+Z go on. */
function keepLettersIn(event: Event): void {
  if (event instanceof KeyboardEvent && !event.ctrlKey && !event.metaKey) event.stopPropagation();
}

function makeLook(look: ExpressionLook): Extension {
  const { label, placeholder: hint, problem } = look;
  const attributes: Record<string, string> = { 'aria-label': label, spellcheck: 'false', translate: 'no' };
  if (problem !== '') Object.assign(attributes, { 'aria-invalid': 'true', 'aria-description': problem });
  return [EditorView.contentAttributes.of(attributes), placeholder(hint)];
}

function toOption({ completion, isCall }: Offer, index: number) {
  const { label, detail, info } = completion;
  return {
    label,
    detail,
    // What is near comes before what is general.
    boost: -Math.min(index, 50),
    ...(info !== undefined && { info }),
    ...(isCall && { apply: applyCall }),
  };
}

function applyCall(view: EditorView, { label }: { readonly label: string }, from: number, to: number): void {
  const hasBracket = view.state.sliceDoc(to, to + 1) === '(';
  const insert = hasBracket ? label : `${label}()`;
  view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + label.length + 1 } });
}
