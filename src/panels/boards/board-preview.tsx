import '../../ui/swatch.css';
import type { PreviewNote } from '../../board/board.ts';
import { BOARD_SECTIONS, type BoardKind } from '../../board/element-key.ts';
import { KINDS } from '../../board/kinds.ts';

/** The shape of the preview: wide boards are as wide, others keep some air. */
const RATIO = 16 / 9;
const SMALLEST_WIDTH = 900;
const MARGIN = 60;

/** A board in small: its notes as coloured shapes. What is on it is said beside it. */
export function BoardPreview({ notes }: { readonly notes: readonly PreviewNote[] }) {
  const frames = notes.filter((note) => formOf(note) === 'frame');
  const others = notes.filter((note) => formOf(note) !== 'frame');
  return (
    <svg className="board-preview" viewBox={findView(notes)} aria-hidden="true">
      {[...frames, ...others].map((note, index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: nothing tells two notes of a preview apart but their order
          key={index}
          className={classOf(note)}
          x={note.x}
          y={note.y}
          width={note.width}
          height={note.height}
          rx={formOf(note) === 'frame' ? 10 : 4}
        />
      ))}
    </svg>
  );
}

function findView(notes: readonly PreviewNote[]): string {
  const left = Math.min(...notes.map(({ x }) => x)) - MARGIN;
  const top = Math.min(...notes.map(({ y }) => y)) - MARGIN;
  const right = Math.max(...notes.map(({ x, width }) => x + width)) + MARGIN;
  const bottom = Math.max(...notes.map(({ y, height }) => y + height)) + MARGIN;
  if (notes.length === 0) return `0 0 ${SMALLEST_WIDTH} ${SMALLEST_WIDTH / RATIO}`;
  const width = Math.max(right - left, SMALLEST_WIDTH, (bottom - top) * RATIO);
  const height = width / RATIO;
  return `${(left + right - width) / 2} ${(top + bottom - height) / 2} ${width} ${height}`;
}

function formOf({ kind }: PreviewNote): 'note' | 'frame' | 'label' {
  return isKind(kind) ? KINDS[kind].form : 'note';
}

function classOf(note: PreviewNote): string {
  if (formOf(note) === 'frame') return 'preview-frame';
  return `preview-note swatch-${isKind(note.kind) ? KINDS[note.kind].token : 'note'}`;
}

function isKind(kind: string): kind is BoardKind {
  return Object.hasOwn(BOARD_SECTIONS, kind);
}
