import type { Json } from '../lib/json.ts';
import type { CelMap } from './cel-value.ts';
import type { CompiledEmit } from './compiled-model.ts';
import { emitScope, fieldOf, type View } from './decide.ts';
import { ExpressionError, type Scope } from './expression.ts';
import { listTags, readFields } from './make-fact.ts';
import type { PreparedCommand } from './prepare.ts';
import type { Tagged } from './query.ts';

/** An event that a command can emit; it is certain when no `when` can leave it out. */
export interface PossibleEvent extends Tagged {
  readonly isCertain: boolean;
}

/**
 * Every event that a command could emit, whatever its `when` says, with its tags on some values of its projections
 * (D6). A tag whose value cannot be worked out so stands with an ellipsis, as `show:…`.
 */
export function possibleEvents(prepared: PreparedCommand, view: View): readonly PossibleEvent[] {
  const scope = emitScope(prepared, view);
  return prepared.command.emits.map((emit) => {
    const data = Object.fromEntries(emit.fields.flatMap((field) => tryField(prepared, emit, field, scope)));
    const event = tryData(emit, data);
    const tags = emit.event.tags.flatMap(
      (tag) => tryOr(() => event && listTags(tag, event)) ?? [`${tag.concept}:${UNKNOWN}`],
    );
    return { type: emit.event.name, tags: [...new Set(tags)], isCertain: emit.when === null };
  });
}

/** The value of a tag that depends on more than is known. */
export const UNKNOWN = '…';

function tryField(
  prepared: PreparedCommand,
  emit: CompiledEmit,
  field: string,
  scope: Scope,
): readonly (readonly [string, Json])[] {
  return tryOr(() => fieldOf(prepared, emit, field, scope)) ?? [];
}

function tryData(emit: CompiledEmit, data: { readonly [field: string]: Json }): CelMap | null {
  return tryOr(() => readFields(emit.event, data)) ?? null;
}

function tryOr<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}
