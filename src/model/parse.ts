import { isJsonObject } from '../lib/is-json-object.ts';
import type { JsonObject } from '../lib/json.ts';
import type { JsonPath } from '../lib/scan-json.ts';
import { checkShape } from './check-shape.ts';
import { checkValues } from './check-values.ts';
import type { Diagnostic } from './diagnostic.ts';
import { makeDiagnostic } from './diagnostic-codes.ts';
import type { Fault } from './fault.ts';
import { findPart, leaveOut } from './leave-out.ts';
import { limitDiagnostics } from './limit-diagnostics.ts';
import { checkVersion } from './migrate.ts';
import { readJson } from './read-json.ts';
import { type Model, modelSchema } from './schema.ts';

export interface ParsedModel {
  /** Everything in the file as it is; null when it is not a document this version may touch. */
  readonly document: JsonObject | null;
  /** The usable part of the document: what is broken is left out. Null when `ambit` or `name` is. */
  readonly model: Model | null;
  readonly diagnostics: readonly Diagnostic[];
  /** The paths of what the document has and the model has not. */
  readonly leftOut: readonly JsonPath[];
}

/** Reads a model file. It never throws: whatever is wrong, in whatever input, is a diagnostic. */
export function parseModel(source: string | Uint8Array): ParsedModel {
  const { value, diagnostics } = readJson(source);
  if (value === undefined) return { document: null, model: null, diagnostics, leftOut: [] };
  if (!isJsonObject(value)) {
    const message = 'A model is an object: put { "ambit": "1.0", "name": "…" } around what is there.';
    const notAnObject = makeDiagnostic('not-an-object', '', message);
    return { document: null, model: null, diagnostics: [...diagnostics, notAnObject], leftOut: [] };
  }
  const read = readDocument(value);
  return { ...read, diagnostics: limitDiagnostics([...diagnostics, ...read.diagnostics]) };
}

/** Finds the usable part of a document that is already JSON, at most 200 levels deep, such as a shared board's. */
export function readDocument(document: JsonObject): ParsedModel {
  const { verdict, diagnostics } = checkVersion(document);
  if (verdict === 'refuse') return { document: null, model: null, diagnostics, leftOut: [] };
  if (verdict === 'unusable') return { document, model: null, diagnostics, leftOut: [] };
  const shape = checkShape(document);
  const faults = [...checkValues(document), ...shape.faults];
  const leftOut = faults.map((fault) => findPart(fault.path));
  return {
    document,
    model: faults.length === 0 ? shape.model : readRest(document, leftOut),
    diagnostics: limitDiagnostics(describeAll(diagnostics, faults)),
    leftOut,
  };
}

/** The model without the broken parts, or null when that is the whole document. */
function readRest(document: JsonObject, leftOut: readonly JsonPath[]): Model | null {
  if (leftOut.some((part) => part.length === 0)) return null;
  return modelSchema.parse(leaveOut(document, leftOut));
}

function* describeAll(diagnostics: readonly Diagnostic[], faults: readonly Fault[]): Iterable<Diagnostic> {
  yield* diagnostics;
  for (const fault of faults) yield fault.describe();
}
