import * as z from 'zod/mini';
import { isJsonObject } from '../lib/is-json-object.ts';
import type { JsonObject } from '../lib/json.ts';
import type { RecordedRetagging, StoredEvent } from './port.ts';

/** What stands on a line of an archive: its head, the events, the retaggings, and its end, which says how much there has to be. */
export type ArchiveLine =
  | { readonly format: typeof FORMAT; readonly version: number; readonly store: string }
  | { readonly event: StoredEvent }
  | { readonly retagging: RecordedRetagging }
  | { readonly end: { readonly events: number; readonly retaggings: number } };

export const FORMAT = 'ambit-events';
export const VERSION = 1;

const name = z.string().check(z.minLength(1, 'must not be empty'));
const count = z.int().check(z.nonnegative());
/** A migration may have put events between. */
const position = z.number().check(z.positive());
const tags = z.array(z.string());
const data = z.custom<JsonObject>((value) => isJsonObject(value as JsonObject), 'must be an object');

const event = z.strictObject({
  position,
  id: name,
  type: name,
  data,
  tags,
  time: z.string(),
  streams: z.exactOptional(z.array(z.string())),
  actor: z.exactOptional(z.string()),
  onBehalfOf: z.exactOptional(z.string()),
  command: z.exactOptional(z.string()),
  correlationId: z.exactOptional(z.string()),
  causationId: z.exactOptional(z.string()),
  copyOf: z.exactOptional(z.string()),
});

const retagging = z.strictObject({
  id: name,
  time: z.string(),
  actor: z.exactOptional(z.string()),
  reason: z.exactOptional(z.string()),
  changes: z.array(z.strictObject({ position, add: tags, remove: tags })),
  before: z.array(z.strictObject({ position, tags })),
  undone: z.boolean(),
});

const SHAPES: Readonly<Record<string, z.ZodMiniType<ArchiveLine>>> = {
  format: z.strictObject({
    format: z.literal(FORMAT),
    version: z.literal(VERSION, `must be ${VERSION}: another version of the page wrote this`),
    store: z.string(),
  }),
  event: z.strictObject({ event }),
  retagging: z.strictObject({ retagging }),
  end: z.strictObject({ end: z.strictObject({ events: count, retaggings: count }) }),
};

/** A value as a line of an archive, or, as text, why it is none. */
export function readArchiveLine(value: unknown): ArchiveLine | string {
  const key = Object.keys(SHAPES).find((one) => typeof value === 'object' && value !== null && one in value);
  const shape = key === undefined ? undefined : SHAPES[key];
  if (!shape) return `This is no line of an archive: it should have one of ${Object.keys(SHAPES).join(', ')}`;
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is wrong'}`.replace(/^: /, '');
}
