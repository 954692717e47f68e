import type { JsonObject } from '../../lib/json.ts';
import { type ParsedModel, readDocument } from '../../model/parse.ts';

const known = new WeakMap<JsonObject, ParsedModel>();

/** A document read by the model room, once for each version of it. */
export function readParsed(document: JsonObject): ParsedModel {
  const parsed = known.get(document) ?? readDocument(document);
  known.set(document, parsed);
  return parsed;
}
