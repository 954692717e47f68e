import { isJsonObject } from '../lib/is-json-object.ts';
import type { Json, JsonObject } from '../lib/json.ts';
import { modelSchema } from './schema.ts';
import { listProperties, stepInto } from './schema-step.ts';

const WIDTH = 100;
const INDENT = '  ';
/** The document and its sections always have a line for each entry, so that a new entry is a new line in a diff. */
const ALWAYS_BROKEN = 2;
/** Deeper than anything the format has, lines would be more indentation than content. */
const NEVER_BROKEN = 16;

interface Part {
  readonly label: string;
  readonly part: Json;
  readonly schema: Schema;
}
type Schema = Parameters<typeof stepInto>[0] | undefined;

/**
 * The document as text, always the same for the same content, with everything in it: known keys in the schema's
 * order, then unknown ones as they stand; names in the author's order (though JavaScript puts names that are whole
 * numbers first). A value below the sections is on one line when that ends within column 100.
 */
export function serialiseModel(document: JsonObject): string {
  return `${print(document, modelSchema, '', 0, 0)}\n`;
}

/** `used` is how many columns of the last line are taken by what stands around the value. */
function print(value: Json, schema: Schema, indent: string, used: number, level: number): string {
  if (typeof value !== 'object' || value === null) return printScalar(value);
  const isEmpty = Object.keys(value).length === 0;
  if (level >= ALWAYS_BROKEN || isEmpty) {
    const room = level < NEVER_BROKEN ? WIDTH - used : Number.POSITIVE_INFINITY;
    const line = printOnOneLine(value, schema, room);
    if (line !== undefined) return line;
  }
  const inner = indent + INDENT;
  const lines = listParts(value, schema).map(({ label, part, schema: partSchema }) => {
    // The comma takes a column too, also after the last part: adding another must not break the line.
    const taken = inner.length + label.length + 1;
    return inner + label + print(part, partSchema, inner, taken, level + 1);
  });
  const [open, close] = isJsonObject(value) ? '{}' : '[]';
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

/** The value on one line, or undefined as soon as it is clear that it does not fit. */
function printOnOneLine(value: Json, schema: Schema, room: number): string | undefined {
  if (typeof value !== 'object' || value === null) {
    const scalar = printScalar(value);
    return scalar.length <= room ? scalar : undefined;
  }
  // Every part takes two columns at least, so a long list need not be looked at in order to know that it is too long.
  if (Object.keys(value).length * 2 > room) return undefined;
  let line = '';
  for (const { label, part, schema: partSchema } of listParts(value, schema)) {
    line += (line === '' ? '' : ', ') + label;
    const printed = printOnOneLine(part, partSchema, room - line.length);
    if (printed === undefined) return undefined;
    line += printed;
  }
  const framed = isJsonObject(value) ? frameObject(line) : `[${line}]`;
  return framed.length <= room ? framed : undefined;
}

function frameObject(line: string): string {
  return line === '' ? '{}' : `{ ${line} }`;
}

function listParts(value: JsonObject | readonly Json[], schema: Schema): readonly Part[] {
  if (isJsonObject(value)) {
    return orderEntries(value, schema).map(([key, part]) => ({
      label: `${JSON.stringify(key)}: `,
      part,
      schema: schema && stepInto(schema, key),
    }));
  }
  const schemaOfParts = schema && stepInto(schema, 0);
  return value.map((part) => ({ label: '', part, schema: schemaOfParts }));
}

function orderEntries(value: JsonObject, schema: Schema): [string, Json][] {
  const order = [...(schema ? listProperties(schema).keys() : [])];
  const entries = Object.entries(value);
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  return order.length === 0 ? entries : entries.sort(([one], [other]) => rank(one) - rank(other));
}

function printScalar(value: null | boolean | number | string): string {
  // What JSON.parse made of 1e999 and -0, which JSON.stringify would turn into null and 0.
  if (value === Number.POSITIVE_INFINITY) return '1e999';
  if (value === Number.NEGATIVE_INFINITY) return '-1e999';
  return Object.is(value, -0) ? '-0' : JSON.stringify(value);
}
