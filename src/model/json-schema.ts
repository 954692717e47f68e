import * as z from 'zod/mini';
import type { JsonObject } from '../lib/json.ts';
import { documentation, modelSchema } from './schema.ts';

/** The JSON Schema (draft 2020-12) of a model document, generated from the one schema. */
export function makeJsonSchema(): JsonObject {
  const { $schema, description, ...generated } = z.toJSONSchema(modelSchema, {
    target: 'draft-2020-12',
    metadata: documentation,
    override: ({ jsonSchema }) => {
      // These two say nothing: names are always texts, and unknown keys are always allowed.
      delete jsonSchema.propertyNames;
      if (isEmpty(jsonSchema.additionalProperties)) delete jsonSchema.additionalProperties;
    },
  });
  const title = 'Ambit model, version 1.0';
  const schema = { $schema, $id: 'ambit-1.0.schema.json', title, description, ...generated };
  // zod adds properties that are no JSON and do not show, such as "~standard".
  return JSON.parse(JSON.stringify(schema));
}

function isEmpty(schema: unknown): boolean {
  return typeof schema === 'object' && schema !== null && Object.keys(schema).length === 0;
}
