import { getOwn } from '../lib/get-own.ts';
import type { Diagnostic } from './diagnostic.ts';
import { makeDiagnostic } from './diagnostic-codes.ts';
import { listMentions, listPlaceholders } from './mentions.ts';
import { pointer } from './pointer.ts';
import type { ConstraintDefinition, Model } from './schema.ts';
import { suggestName } from './suggest-name.ts';

/** What is defined and never used, and what is used in a way that can have no effect. */
export function* checkUsage(model: Model): Iterable<Diagnostic> {
  yield* checkEmittedEvents(model);
  yield* checkTags(model);
  yield* checkOwnedEvents(model);
  const mentionedByEvents = listEventMentions(model);
  for (const [name, constraint] of Object.entries(model.constraints ?? {})) {
    yield* checkFilters(model, name, constraint);
    yield* checkProjections(name, constraint, mentionedByEvents);
    yield* checkMessage(name, constraint);
  }
}

function* checkEmittedEvents(model: Model): Iterable<Diagnostic> {
  // Before the first command nothing can be emitted yet.
  if (model.commands === undefined) return;
  const emitted = new Set<string>();
  for (const { emits } of Object.values(model.commands)) {
    for (const emit of emits ?? []) emitted.add(typeof emit === 'string' ? emit : emit.event);
  }
  for (const name of Object.keys(model.events ?? {})) {
    if (emitted.has(name)) continue;
    const message = `No command emits the event "${name}": add it to the "emits" of one, unless it comes from elsewhere.`;
    yield makeDiagnostic('event-never-emitted', pointer('events', name), message);
  }
}

function* checkTags(model: Model): Iterable<Diagnostic> {
  const filters = new Set<string>();
  for (const { id } of Object.values(model.aggregates ?? {})) if (id !== undefined) filters.add(id);
  for (const { projections } of Object.values(model.constraints ?? {})) {
    for (const { tags } of Object.values(projections ?? {})) {
      for (const tag of Object.keys(tags ?? {})) filters.add(tag);
    }
  }
  // Where nothing is filtered yet, that is all there would be to say about every tag.
  if (filters.size === 0) return;
  for (const [tag, at] of listTags(model)) {
    if (filters.has(tag)) continue;
    const message = `No projection and no aggregate filters by the tag "${tag}": use it there, or remove it.`;
    yield makeDiagnostic('unused-tag', at, message);
  }
}

/** Every tag with the place where it is declared, or else of its first use. */
function listTags(model: Model): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const tag of Object.keys(model.tags ?? {})) places.set(tag, pointer('tags', tag));
  for (const [name, { tags }] of Object.entries(model.events ?? {})) {
    for (const tag of Object.keys(tags ?? {})) {
      if (!places.has(tag)) places.set(tag, pointer('events', name, 'tags', tag));
    }
  }
  return places;
}

function* checkOwnedEvents(model: Model): Iterable<Diagnostic> {
  for (const [name, { id, events }] of Object.entries(model.aggregates ?? {})) {
    for (const [index, type] of (events ?? []).entries()) {
      const event = getOwn(model.events, type);
      if (id === undefined || event === undefined || Object.hasOwn(event.tags ?? {}, id)) continue;
      const message = `The aggregate "${name}" owns the event "${type}", which has no tag "${id}" and so is in no stream of it: add the tag to the event.`;
      yield makeDiagnostic('owned-event-lacks-tag', pointer('aggregates', name, 'events', index), message);
    }
  }
}

function* checkFilters(model: Model, name: string, constraint: ConstraintDefinition): Iterable<Diagnostic> {
  for (const [projection, { tags, on }] of Object.entries(constraint.projections ?? {})) {
    for (const type of Object.keys(on ?? {})) {
      const event = getOwn(model.events, type);
      if (event === undefined) continue;
      const lacking = Object.keys(tags ?? {}).find((tag) => !Object.hasOwn(event.tags ?? {}, tag));
      if (lacking === undefined) continue;
      const message = `The projection "${name}.${projection}" never sees the event "${type}", as it filters by the tag "${lacking}", which the event does not have: add the tag to the event.`;
      const at = pointer('constraints', name, 'projections', projection, 'on', type);
      yield makeDiagnostic('event-lacks-tag', at, message);
    }
  }
}

function* checkProjections(
  name: string,
  constraint: ConstraintDefinition,
  mentionedByEvents: ReadonlySet<string>,
): Iterable<Diagnostic> {
  const mentioned = new Set([
    ...listMentions(constraint.rule ?? ''),
    ...listPlaceholders(constraint.message ?? ''),
  ]);
  for (const projection of Object.keys(constraint.projections ?? {})) {
    if (mentioned.has(projection) || mentionedByEvents.has(`${name}.${projection}`)) continue;
    const message = `Nothing uses the projection "${projection}" of "${name}", but commands conflict over the events it reads: use it in the rule, or remove it.`;
    yield makeDiagnostic(
      'unused-projection',
      pointer('constraints', name, 'projections', projection),
      message,
    );
  }
}

/** Everything that the expressions of emitted events mention, such as `CourseHasFreeSeat.taken`. */
function listEventMentions(model: Model): ReadonlySet<string> {
  const mentions = new Set<string>();
  for (const { emits } of Object.values(model.commands ?? {})) {
    for (const emit of emits ?? []) {
      if (typeof emit === 'string') continue;
      for (const expression of [emit.when ?? '', ...Object.values(emit.data ?? {})]) {
        for (const mention of listMentions(expression)) mentions.add(mention);
      }
    }
  }
  return mentions;
}

function* checkMessage(name: string, constraint: ConstraintDefinition): Iterable<Diagnostic> {
  const known = { ...constraint.parameters, ...constraint.projections };
  for (const placeholder of listPlaceholders(constraint.message ?? '')) {
    if (Object.hasOwn(known, placeholder)) continue;
    const remedy = suggestName(placeholder, known, 'name a parameter or projection.');
    const message = `The message of "${name}" cannot fill {${placeholder}}: ${remedy}`;
    yield makeDiagnostic('unknown-placeholder', pointer('constraints', name, 'message'), message);
  }
}
