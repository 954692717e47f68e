import type { ToldSchedule } from '../../../exploration/result.ts';
import { layOut } from './lay-out.ts';
import type { StoryLayout } from './marks.ts';
import type { LayoutOptions } from './set-scene.ts';

/** The fullest picture that fits: first the past is folded, then values are written short. What was asked for stays. */
export function fitOut(told: ToldSchedule, commands: number, options: LayoutOptions): StoryLayout {
  const pasts = options.isPastOpen === undefined ? [true, false] : [options.isPastOpen];
  const values = options.valuesInFull === undefined ? [true, false] : [options.valuesInFull];
  const ways = pasts.flatMap((isPastOpen) =>
    values.map((valuesInFull) => ({ ...options, isPastOpen, valuesInFull })),
  );
  for (const way of ways) {
    const layout = layOut(told, commands, way);
    if (layout.width <= options.room) return layout;
  }
  // It has to be scrolled, and the less the better.
  return layOut(told, commands, {
    ...options,
    isPastOpen: options.isPastOpen ?? false,
    valuesInFull: options.valuesInFull ?? false,
  });
}
