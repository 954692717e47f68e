import type { Column } from './marks.ts';

/** The gap between the blocks of neighbouring steps. */
const COLUMN_GAP = 8;
const LEFT_EDGE = 8;
const NARROWEST = 76;
const WIDEST_STRETCHED = 132;

export interface ColumnDraft {
  readonly step: number;
  /** The widest of what stands in it. */
  readonly width: number;
}

export interface Placing {
  /** Where the past ends. */
  readonly pastEnd: number;
  /** Free room between the past and the first step, for what was seen of it. */
  readonly pad: number;
  /** How wide the picture may become before it has to be scrolled. */
  readonly room: number;
}

/** Steps side by side, wider where there is room. */
export function placeColumns(
  drafts: readonly ColumnDraft[],
  { pastEnd, pad, room }: Placing,
): { readonly columns: readonly Column[]; readonly width: number } {
  const start = Math.ceil(pastEnd + pad);
  const widths = drafts.map(({ width }) => Math.max(NARROWEST, width) + COLUMN_GAP);
  const natural = start + widths.reduce((sum, width) => sum + width, 0) + LEFT_EDGE;
  const spare = Math.max(0, room - natural) / Math.max(1, drafts.length);
  let x = start;
  const columns = drafts.map(({ step }, index): Column => {
    const own = widths[index] ?? 0;
    const width = Math.floor(Math.max(own, Math.min(own + spare, WIDEST_STRETCHED)));
    const column = { step, x, width, center: Math.round(x + width / 2) };
    x += width;
    return column;
  });
  return { columns, width: Math.max(room, x + LEFT_EDGE) };
}
