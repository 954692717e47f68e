import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { parseKey } from '../../board/element-key.ts';
import { type Telling, tellSlice } from '../../board/event-model/tell-slice.ts';
import { NO_KIND, SLICE_KINDS } from './slice-kinds.ts';
import { useStage } from './stage.tsx';
import type { Walk } from './use-walk.ts';

/** The slice that a walk has come to, told in plain words. */
export function WalkCard({ walk }: { readonly walk: Walk }) {
  const { model } = useStage().scene;
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus({ preventScroll: true }), []);
  const slice = model.slices?.[walk.at];
  if (!slice) return null;
  const { label, Icon } = slice.kind ? SLICE_KINDS[slice.kind] : NO_KIND;
  return (
    <section
      className="em-card em-walk"
      aria-label="Walk through the event model"
      onKeyDown={(event) => {
        if (event.key === ' ' || event.key === 'Enter') event.stopPropagation();
      }}
    >
      <header>
        <span className="em-walk-kind">
          {slice.kind && <Icon size={14} aria-hidden="true" />}
          {slice.kind ? label : 'Slice'} · {walk.at + 1} of {walk.count}
        </span>
        <button
          type="button"
          className="em-tool"
          aria-label="End the walk"
          title="End the walk (Esc)"
          onClick={walk.end}
        >
          <X size={16} aria-hidden="true" />
        </button>
      </header>
      <div aria-live="polite">
        <h2 className="em-walk-title">{slice.name}</h2>
        <p className="em-walk-story">
          {tellSlice(model, slice).map((piece, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a sentence's pieces stay in their order, and nothing is kept in them.
            <Piece key={index} piece={piece} />
          ))}
        </p>
      </div>
      <footer>
        <button type="button" className="button" disabled={walk.at === 0} onClick={walk.back}>
          <ChevronLeft size={16} aria-hidden="true" /> Previous
        </button>
        <button ref={next} type="button" className="button button-main" onClick={walk.on}>
          {walk.at + 1 === walk.count ? 'Finish' : 'Next'} <ChevronRight size={16} aria-hidden="true" />
        </button>
      </footer>
    </section>
  );
}

function Piece({ piece }: { readonly piece: Telling }) {
  if (typeof piece === 'string') return piece;
  return <em className={`em-said em-said-${parseKey(piece.key)?.kind ?? 'note'}`}>{piece.name}</em>;
}
