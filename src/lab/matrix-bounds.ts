import type { MatrixQuestion } from './engine.ts';

/** How far the matrix is searched unless somebody widens it: as far as the command line goes by itself. */
export const USUAL_BOUNDS: Omit<MatrixQuestion, 'model'> = { past: 6, races: 3000 };
