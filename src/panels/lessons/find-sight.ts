import { listArrows } from '../../board/edits/arrows.ts';
import type { ElementKey } from '../../board/element-key.ts';
import type { Model } from '../../model/schema.ts';
import type { LessonStep } from './lesson.ts';

/**
 * What a step wants to be seen together: what it selects and names, and for a command also its rules, the events they
 * read and the events it leads to. Empty where it is about the whole board.
 */
export function findSight(step: LessonStep, model: Model): readonly ElementKey[] {
  const named = [
    ...(step.select ?? []),
    ...(step.sight ?? []),
    ...(step.kind === 'look' ? step.places.map(({ key }) => key) : []),
  ];
  const around = named.filter((key) => key.startsWith('command:')).flatMap((key) => findAround(key, model));
  return [...new Set([...named, ...around])];
}

function findAround(command: ElementKey, model: Model): readonly ElementKey[] {
  const arrows = listArrows(model);
  const rules = arrows.filter(({ to, relation }) => to === command && relation === 'checks');
  const read = arrows.filter(
    ({ to, relation }) => relation === 'reads' && rules.some(({ from }) => from === to),
  );
  const emitted = arrows.filter(({ from, relation }) => from === command && relation === 'emits');
  return [...rules.map(({ from }) => from), ...read.map(({ from }) => from), ...emitted.map(({ to }) => to)];
}
