import type { LabParts } from '../../lab/lab-parts.ts';
import type { Scene } from './lesson.ts';

/** Opens the lab at a scene, so many steps in; nothing where the board has no such race any more. */
export function openScene({ board, lab }: Pick<LabParts, 'board' | 'lab'>, scene: Scene, step: number): void {
  const { race, strategy, order } = scene;
  const at = board.state().parsed.model?.races?.findIndex(({ name }) => name === race) ?? -1;
  if (at === -1) return;
  lab.getState().choose(strategy);
  lab.getState().openRace({ kind: 'kept', at }, { schedule: { strategy, order }, step });
}
