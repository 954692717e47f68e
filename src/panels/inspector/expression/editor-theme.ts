import { EditorView } from '@codemirror/view';

const floating = {
  color: 'var(--ink)',
  font: 'var(--t-12)',
  background: 'var(--raised)',
  border: '1px solid var(--line)',
  borderRadius: 'var(--r-control)',
  boxShadow: 'var(--shadow-card)',
};
const underline = (colour: string) => ({
  backgroundImage: 'none',
  paddingBottom: '0',
  textDecoration: `underline wavy ${colour}`,
  textDecorationSkipInk: 'none',
  textUnderlineOffset: '3px',
});

/** The editor as a field among fields. Design tokens reach into the shadow root by themselves. */
export const editorTheme = EditorView.theme({
  '&': {
    minHeight: '32px',
    color: 'var(--ink)',
    background: 'var(--raised)',
    border: '1px solid var(--line-2)',
    borderRadius: 'var(--r-control)',
  },
  '&:hover': { borderColor: 'var(--line-3)' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '1px' },
  '.cm-scroller': { font: 'var(--t-model-12)', lineHeight: '20px' },
  '.cm-content': { padding: '5px 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 var(--s-2)' },
  '.cm-placeholder': { color: 'var(--ink-3)' },
  '.cm-lintRange-error': underline('var(--missed)'),
  '.cm-lintRange-warning': underline('var(--false)'),
  '.cm-lintRange-info': underline('var(--ink-3)'),
  '.cm-lintPoint-error:after': { borderBottomColor: 'var(--missed)' },
  '.cm-tooltip': { ...floating, zIndex: '70', maxWidth: '320px' },
  '.cm-tooltip-lint': { padding: 'var(--s-1) 0' },
  '.cm-diagnostic': { padding: '2px var(--s-2)', border: '0', font: 'var(--t-12)' },
  '.cm-tooltip.cm-tooltip-autocomplete': { padding: 'var(--s-1)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { font: 'var(--t-model-12)', maxHeight: '216px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    gap: 'var(--s-3)',
    padding: 'var(--s-1) var(--s-2)',
    lineHeight: '16px',
    borderRadius: 'var(--r-note)',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { color: 'var(--ink)', background: 'var(--accent-soft)' },
  '.cm-completionLabel': { flex: '1', overflow: 'hidden', textOverflow: 'ellipsis' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-completionDetail': { color: 'var(--ink-3)', fontStyle: 'normal', marginLeft: '0' },
  '.cm-tooltip.cm-completionInfo': { ...floating, padding: 'var(--s-1) var(--s-2)', maxWidth: '220px' },
});
