import { PanelRightOpen } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import { parseKey } from '../../board/element-key.ts';
import { KINDS } from '../../board/kinds.ts';
import type { OpenBoard } from '../open-board.ts';

const Inspector = lazy(async () => ({
  default: (await import('../../panels/inspector/inspector.tsx')).Inspector,
}));

/** The inspector beside the board, or the way to it. */
export function InspectorPlace(open: OpenBoard) {
  const { inspectorIsOpen, selected, toggleInspector } = useStore(open.desk);
  const leading = parseKey(selected.at(-1) ?? '');
  if (!inspectorIsOpen) {
    return (
      <button className="inspector-fold" type="button" onClick={() => toggleInspector(true)}>
        <PanelRightOpen size={16} aria-hidden="true" />
        <span className="visually-hidden">Open the inspector: </span>
        <span className="inspector-fold-name">{leading ? leading.name : 'Inspector'}</span>
        {leading && <span className="visually-hidden">{KINDS[leading.kind].label}</span>}
      </button>
    );
  }
  return (
    <aside className="inspector-place" aria-label="Inspector">
      <Suspense fallback={null}>
        <Inspector {...open} />
      </Suspense>
    </aside>
  );
}
