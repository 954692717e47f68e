import type { CompiledEvent, CompiledModel } from '../../decision/compiled-model.ts';
import { ExpressionError } from '../../decision/expression.ts';
import { makeFact } from '../../decision/make-fact.ts';
import { getOwn } from '../../lib/get-own.ts';
import { isTimestamp } from '../../lib/time-text.ts';
import { describeJson } from '../../model/describe-json.ts';
import { fitsType } from '../../model/fits-type.ts';
import { pointer } from '../../model/pointer.ts';
import { suggestName } from '../../model/suggest-name.ts';
import type { Misfit, MisfitKind, ReplayedEvent } from './replay-report.ts';

/** How an event differs from what the model says its type looks like: type, time, fields, tags. Nothing when it fits. */
export function* checkEvent(model: CompiledModel, event: ReplayedEvent): Iterable<Misfit> {
  const definition = model.events.get(event.type);
  if (!isTimestamp(event.time)) {
    yield misfit(event, 'wrong-time', '', `"${event.time}" is not a time such as "2000-01-01T00:00:00Z"`);
  }
  if (definition === undefined) {
    const names = model.model.events ?? {};
    const remedy = suggestName(event.type, names, 'add it, or rename what is stored with a migration.');
    yield misfit(event, 'unknown-type', '/events', `The model has no event "${event.type}": ${remedy}`);
    return;
  }
  yield* checkFields(definition, event);
  yield* checkTags(definition, event);
}

function* checkFields({ name, fields }: CompiledEvent, event: ReplayedEvent): Iterable<Misfit> {
  for (const [field, type] of fields) {
    const at = pointer('events', name, 'fields', field);
    const value = getOwn(event.data, field);
    if (value === undefined) {
      if (type.optional) continue;
      yield misfit(event, 'missing-field', at, `The field "${field}" is missing in what is stored`);
    } else if (!fitsType(value, type)) {
      const wanted = type.kind === 'enum' ? `one of ${type.values.join(', ')}` : type.kind;
      const reason = `The field "${field}" holds ${describeJson(value)}, and should be ${wanted}`;
      yield misfit(event, 'wrong-value', at, reason);
    }
  }
}

function* checkTags(definition: CompiledEvent, event: ReplayedEvent): Iterable<Misfit> {
  try {
    const { tags } = makeFact(definition, event.data);
    const missing = tags.filter((tag) => !event.tags.includes(tag));
    const extra = event.tags.filter((tag) => !tags.includes(tag));
    if (missing.length + extra.length === 0) return;
    const parts = [
      ...(missing.length > 0 ? [`would also carry ${missing.join(', ')}`] : []),
      ...(extra.length > 0 ? [`would not carry ${extra.join(', ')}`] : []),
    ];
    const at = pointer('events', definition.name, 'tags');
    yield misfit(event, 'other-tags', at, `Written today it ${parts.join(' and ')}`);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const { at, expression, message } = error.failure;
    // Without an expression it is a field of the wrong type, which has been told.
    if (expression !== '') yield { ...misfit(event, 'tags-fail', at, message), expression };
  }
}

/** A misfit of an event without an expression. */
export function misfit(
  { position, id, type }: ReplayedEvent,
  kind: MisfitKind,
  at: string,
  reason: string,
): Misfit {
  return { position, id, type, kind, at, expression: '', subject: '', reason };
}
