import type { ConstraintDefinition, Model } from '../../model/schema.ts';
import { AT_MOST } from './at-most.ts';
import { EXISTS } from './exists.ts';
import { IS_UNIQUE } from './is-unique.ts';
import { NEXT_NUMBER } from './next-number.ts';
import { STATE_IS } from './state-is.ts';
import { SUM_AT_LEAST } from './sum-at-least.ts';
import type { Sentence, Template } from './template.ts';

/** The forms a constraint can be given, in the order they are offered. No constraint has two of them. */
export const TEMPLATES: readonly Template[] = [
  AT_MOST,
  EXISTS,
  IS_UNIQUE,
  NEXT_NUMBER,
  STATE_IS,
  SUM_AT_LEAST,
];

/** A constraint as a sentence, with the form it has. */
export interface Reading extends Sentence {
  readonly template: Template;
}

/** The sentence a constraint is; null when no form says all of it and nothing else. */
export function readConstraint(definition: ConstraintDefinition, model: Model, name: string): Reading | null {
  for (const template of TEMPLATES) {
    const sentence = template.open(definition, model, name);
    if (sentence) return { template, ...sentence };
  }
  return null;
}
