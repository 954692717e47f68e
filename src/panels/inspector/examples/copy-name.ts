import type { Json } from '../../../lib/json.ts';
import { readObject } from '../../forms/read-json.ts';

/** A name no example has yet: the wanted one, or with the first free number after it. */
export function copyName(examples: readonly Json[], wanted: string): string {
  const taken = new Set(examples.map((example) => readObject(example)['name']));
  if (!taken.has(wanted)) return wanted;
  const stem = wanted.replace(/ \d+$/, '');
  let number = 2;
  while (taken.has(`${stem} ${number}`)) number++;
  return `${stem} ${number}`;
}
