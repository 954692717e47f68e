import type { JsonObject } from '../../lib/json.ts';
import type { ConstraintDefinition, Model } from '../../model/schema.ts';
import { findFields } from '../edits/fields.ts';
import { addArguments } from '../edits/filters.ts';
import { applyDefinition, applyMessage } from './apply-definition.ts';
import { readConstraint } from './registry.ts';

/** What a constraint becomes by a slot or a form, and the message the form proposed until now. */
export interface Rewriting {
  readonly name: string;
  readonly definition: ConstraintDefinition;
  readonly message: string | null;
}

/**
 * The document with a constraint said anew. Its message follows unless somebody wrote it by hand, and the commands that
 * check it get a field for what it newly asks for.
 */
export function rewriteConstraint(
  document: JsonObject,
  model: Model,
  { name, definition, message }: Rewriting,
): JsonObject {
  const after = readConstraint(definition, model, name)?.message ?? null;
  const asked = findFields(document, 'constraints', name, 'parameters');
  const asksMore = Object.keys(definition.parameters ?? {}).some(
    (parameter) => !Object.hasOwn(asked, parameter),
  );
  const rewritten = applyDefinition(document, name, definition);
  const filled = asksMore ? addArguments(rewritten, name) : rewritten;
  return applyMessage(filled, name, { before: message, after });
}
