import { parseKey } from '../../board/element-key.ts';
import type { Action } from '../../ui/actions.ts';
import type { Canvas } from '../canvas.ts';
import { listFollowing } from '../hands/link-notes.ts';
import { findAnchor } from '../sheets/find-anchor.ts';

/** Arrows without a mouse. */
export function listArrowActions(canvas: Canvas): readonly Action[] {
  const { desk, store } = canvas;
  const shared = { group: 'Arrows', scope: 'canvas' } as const;
  const leading = () => desk.getState().selected.at(-1);
  const arrow = () => desk.getState().selectedArrows.at(-1);
  const isRead = () =>
    parseKey(arrow()?.from ?? '')?.kind === 'event' && parseKey(arrow()?.to ?? '')?.kind === 'constraint';
  return [
    {
      ...shared,
      id: 'draw-arrow',
      label: 'Draw an arrow from the selected note…',
      keys: ['L'],
      words: ['connect', 'link', 'line'],
      isEnabled: () => listFollowing(parseKey(leading() ?? '')?.kind ?? 'note').length > 0,
      run: () => {
        const from = leading();
        if (from !== undefined) store.setState({ sheet: { kind: 'target', from } });
      },
    },
    {
      ...shared,
      id: 'next-arrow',
      label: 'Go to the next arrow of the selected note',
      keys: [']'],
      isEnabled: () => listArrows(canvas).length > 0,
      run: () => step(canvas, 1),
    },
    {
      ...shared,
      id: 'last-arrow',
      label: 'Go to the arrow before',
      keys: ['['],
      isHidden: true,
      isEnabled: () => listArrows(canvas).length > 0,
      run: () => step(canvas, -1),
    },
    {
      ...shared,
      id: 'edit-subset',
      label: 'Choose which events the arrow is about…',
      keys: ['Enter'],
      words: ['subset', 'same', 'any'],
      isEnabled: () => desk.getState().selected.length === 0 && isRead(),
      run: () => {
        const ends = arrow();
        if (ends)
          store.setState({ sheet: { kind: 'subset', at: findAnchor(canvas, ends.from), arrow: ends } });
      },
    },
  ];
}

/** The arrows of the selected note; or, with an arrow selected, those of the note it comes from or goes to. */
function listArrows({ desk, store }: Canvas) {
  const { selected, selectedArrows } = desk.getState();
  const arrow = selectedArrows.at(-1);
  const ends = arrow ? [arrow.from, arrow.to] : [selected.at(-1)];
  return store
    .getState()
    .edges.flatMap(({ data }) =>
      data && (ends.includes(data.facts.from) || ends.includes(data.facts.to)) ? [data.facts] : [],
    );
}

function step(canvas: Canvas, by: 1 | -1): void {
  const arrows = listArrows(canvas);
  const now = canvas.desk.getState().selectedArrows.at(-1);
  const index = arrows.findIndex(({ from, to }) => from === now?.from && to === now.to);
  const start = now === undefined ? (by === 1 ? -1 : 0) : index;
  const next = arrows[(start + by + arrows.length) % arrows.length];
  if (!next) return;
  canvas.desk.getState().select([], [{ from: next.from, to: next.to }]);
  canvas.store.setState({ said: next.sentence });
}
