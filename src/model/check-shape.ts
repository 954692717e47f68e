import type * as z from 'zod/mini';
import { getOwn } from '../lib/get-own.ts';
import { isJsonObject } from '../lib/is-json-object.ts';
import type { Json, JsonObject } from '../lib/json.ts';
import type { JsonPath } from '../lib/scan-json.ts';
import { describeJson, describePath } from './describe-json.ts';
import { makeDiagnostic } from './diagnostic-codes.ts';
import type { Fault } from './fault.ts';
import { pointer } from './pointer.ts';
import { documentation, type Model, modelSchema } from './schema.ts';
import { listOptions, stepInto, unwrap } from './schema-step.ts';

/** Whether a document has the schema's shape: the model it is, or the places where it is wrong. */
export type ShapeCheck =
  | { readonly model: Model; readonly faults: readonly [] }
  | { readonly model: null; readonly faults: readonly Fault[] };

/** Checks a document's shape. One that is wrong in more than a hundred thousand places has one fault, at its root. */
export function checkShape(document: JsonObject): ShapeCheck {
  try {
    const { data, error } = modelSchema.safeParse(document);
    if (error === undefined) return { model: data, faults: [] };
    return { model: null, faults: error.issues.flatMap(findPaths).map((path) => makeFault(document, path)) };
  } catch (error) {
    // zod passes issues on as arguments, and so many do not fit on the stack.
    if (!(error instanceof RangeError)) throw error;
    const message =
      'The document has the wrong shape in more places than can be told: it is probably no model.';
    return {
      model: null,
      faults: [{ path: [], describe: () => makeDiagnostic('wrong-shape', '', message) }],
    };
  }
}

/** The places of an issue: those inside the only option of a union that may be meant, or the one of the issue. */
function findPaths(issue: z.core.$ZodIssue): JsonPath[] {
  const path = issue.path.filter((key) => typeof key !== 'symbol');
  if (issue.code !== 'invalid_union') return [path];
  const [inside, ...others] = issue.errors.filter(mayBeMeant);
  if (inside === undefined || others.length > 0) return [path];
  return inside.flatMap(findPaths).map((rest) => [...path, ...rest]);
}

/** Whether a value is of the kind of an option, and has no key that the option rules out. */
function mayBeMeant(issues: readonly z.core.$ZodIssue[]): boolean {
  const isRuledOut = issues.some((issue) => issue.code === 'invalid_type' && issue.expected === 'never');
  return !isRuledOut && issues.every((issue) => issue.path.length > 0);
}

function makeFault(document: JsonObject, path: JsonPath): Fault {
  return {
    path,
    describe: () => makeDiagnostic('wrong-shape', pointer(...path), describeFault(document, path)),
  };
}

function describeFault(document: JsonObject, path: JsonPath): string {
  const schema = path.reduce<z.core.$ZodType | undefined>((at, key) => at && stepInto(at, key), modelSchema);
  const value = path.reduce<Json | undefined>(getPart, document);
  if (schema === undefined) return `${describePath(path)} has the wrong shape.`;
  const documented = documentation.get(schema) ?? documentation.get(unwrap(schema));
  const examples = documented?.examples?.map((example) => JSON.stringify(example)) ?? [];
  const suchAs = examples.length > 0 ? `, such as ${examples.join(' or ')}` : '';
  const about = documented ? ` What goes there: ${documented.description}` : '';
  const [kind, found] = [describeKind(schema), describeJson(value)];
  const what = kind === found ? `cannot be like this; it must be ${kind}` : `must be ${kind}`;
  const but = kind === found ? '' : `, but is ${found}`;
  return `${describePath(path)} ${what}${suchAs}${but}.${about}`;
}

function getPart(value: Json | undefined, key: string | number): Json | undefined {
  if (isJsonObject(value)) return getOwn(value, String(key));
  return Array.isArray(value) ? value[Number(key)] : undefined;
}

function describeKind(schema: z.core.$ZodType): string {
  const kinds = listOptions(schema).map(({ _zod: { def } }) => {
    switch (def.type) {
      case 'string':
        return 'a text in quotes';
      case 'number':
        return 'a whole number from 1';
      case 'array':
        return 'a list';
      case 'enum':
        return Object.values(def.entries)
          .map((word) => JSON.stringify(word))
          .join(' or ');
      case 'literal':
        return def.values
          .map((value) => (typeof value === 'string' ? JSON.stringify(value) : String(value)))
          .join(' or ');
      default:
        return 'an object';
    }
  });
  return [...new Set(kinds)].join(' or ');
}
