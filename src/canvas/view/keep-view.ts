export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** Keeps where somebody looks at a board, for this browser only; a browser that keeps nothing is fine. */
export function keepView(board: string, view: View): void {
  try {
    localStorage.setItem(nameOf(board), JSON.stringify([view.x, view.y, view.zoom]));
  } catch {
    // Nothing is lost but where one looked.
  }
}

/** Where somebody last looked at a board; null when it was never seen here. */
export function readView(board: string): View | null {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(nameOf(board)) ?? 'null');
    if (!Array.isArray(read) || read.length !== 3) return null;
    const [x, y, zoom] = read.map(Number);
    const isUsable = [x, y, zoom].every((value) => Number.isFinite(value)) && zoom !== undefined && zoom > 0;
    return isUsable && x !== undefined && y !== undefined ? { x, y, zoom } : null;
  } catch {
    return null;
  }
}

function nameOf(board: string): string {
  return `ambit-view:${board}`;
}
