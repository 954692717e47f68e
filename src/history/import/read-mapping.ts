import * as z from 'zod/mini';
import type { Json } from '../../lib/json.ts';
import type { LogMapping } from './log-mapping.ts';

const path = z.array(z.string());
const mapping = z.object({
  type: z.array(path),
  time: path,
  dayOrder: z.enum(['day-first', 'month-first']),
  id: z.nullable(path),
  actor: z.nullable(path),
  correlation: z.nullable(path),
  tags: z.array(z.object({ concept: z.string(), fields: z.array(path) })),
  data: z.array(path),
});

/** A mapping that was kept as JSON, or null where it is none (any more). */
export function readMapping(value: Json): LogMapping | null {
  const result = mapping.safeParse(value);
  return result.success ? result.data : null;
}
