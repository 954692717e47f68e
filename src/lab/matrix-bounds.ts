import type { MatrixQuestion } from './engine.ts';

export type MatrixBounds = Omit<MatrixQuestion, 'model'>;

/** How far the matrix is searched unless somebody widens it: as far as the command line goes by itself. */
export const USUAL_BOUNDS: MatrixBounds = { past: 6, races: 3000 };
