import type { ConstraintDefinition } from '../../../model/schema.ts';

/** Takes what a constraint becomes; changes of one group, such as letters typed into one field, are undone together. */
export type ChangeConstraint = (definition: ConstraintDefinition, group?: string) => void;
