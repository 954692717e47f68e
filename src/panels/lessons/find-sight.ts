import { type Arrow, listArrows } from '../../board/edits/arrows.ts';
import type { ElementKey } from '../../board/element-key.ts';
import type { Model } from '../../model/schema.ts';
import type { LessonStep } from './lesson.ts';

/**
 * What a step wants to be seen together: what it selects and names; for a command also its rules, the events they read
 * and the events it leads to, for a policy what it reacts to and issues. Empty where it is about the whole board.
 */
export function findSight(step: LessonStep, model: Model): readonly ElementKey[] {
  const places = step.kind === 'look' ? step.places.map(({ key }) => key) : [];
  const named = [...(step.select ?? []), ...(step.sight ?? []), ...places];
  const arrows = listArrows(model);
  return [...new Set([...named, ...named.flatMap((key) => findAround(key, arrows))])];
}

function findAround(key: ElementKey, arrows: readonly Arrow[]): readonly ElementKey[] {
  const before = arrows.filter(({ to }) => to === key).map(({ from }) => from);
  const after = arrows.filter(({ from }) => from === key).map(({ to }) => to);
  if (key.startsWith('policy:')) return [...before, ...after];
  if (!key.startsWith('command:')) return [];
  const rules = before.filter((from) => from.startsWith('constraint:'));
  const read = arrows.filter(({ to }) => rules.includes(to)).map(({ from }) => from);
  return [...rules, ...read, ...after];
}
