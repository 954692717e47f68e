import { pointer } from './pointer.ts';
import type { GivenEvent, IssuedCommand, Model } from './schema.ts';

/** A place in a model that names something defined elsewhere. */
export interface Reference {
  readonly kind: 'event' | 'constraint' | 'command' | 'read model' | 'tag' | 'context';
  readonly name: string;
  readonly at: string;
  /** Who names it, in words. */
  readonly by: string;
}

type Named<T> = { readonly [name: string]: T } | undefined;

/** Every name in the model that stands for something else in it, except in slices and expressions. */
export function* listReferences(model: Model): Iterable<Reference> {
  yield* listEventReferences(model);
  yield* listConstraintReferences(model);
  yield* listCommandReferences(model);
  yield* listBoardReferences(model);
  yield* listExampleReferences(model);
  yield* listRaceReferences(model);
  yield* listWorkloadReferences(model);
}

function* listEventReferences(model: Model): Iterable<Reference> {
  for (const [name, event] of Object.entries(model.events ?? {})) {
    const at = pointer('events', name);
    const by = `The event "${name}"`;
    yield* listKeys('tag', event.tags, `${at}/tags`, by);
    if (event.context !== undefined) yield { kind: 'context', name: event.context, at: `${at}/context`, by };
  }
}

function* listConstraintReferences(model: Model): Iterable<Reference> {
  for (const [name, constraint] of Object.entries(model.constraints ?? {})) {
    for (const [projectionName, projection] of Object.entries(constraint.projections ?? {})) {
      const at = pointer('constraints', name, 'projections', projectionName);
      const by = `The projection "${name}.${projectionName}"`;
      yield* listKeys('tag', projection.tags, `${at}/tags`, by);
      yield* listKeys('event', projection.on, `${at}/on`, by);
    }
  }
}

function* listCommandReferences(model: Model): Iterable<Reference> {
  for (const [name, command] of Object.entries(model.commands ?? {})) {
    const by = `The command "${name}"`;
    for (const [index, check] of (command.checks ?? []).entries()) {
      const at = pointer('commands', name, 'checks', index);
      if (typeof check === 'string') yield { kind: 'constraint', name: check, at, by };
      else yield { kind: 'constraint', name: check.constraint, at: `${at}/constraint`, by };
    }
    for (const [index, emit] of (command.emits ?? []).entries()) {
      const at = pointer('commands', name, 'emits', index);
      if (typeof emit === 'string') yield { kind: 'event', name: emit, at, by };
      else yield { kind: 'event', name: emit.event, at: `${at}/event`, by };
    }
  }
}

function* listBoardReferences(model: Model): Iterable<Reference> {
  for (const [name, aggregate] of Object.entries(model.aggregates ?? {})) {
    const at = pointer('aggregates', name);
    const by = `The aggregate "${name}"`;
    if (aggregate.id !== undefined) yield { kind: 'tag', name: aggregate.id, at: `${at}/id`, by };
    yield* listElements('event', aggregate.events, `${at}/events`, by);
  }
  for (const [name, policy] of Object.entries(model.policies ?? {})) {
    const at = pointer('policies', name);
    const by = `The policy "${name}"`;
    yield* listElements('event', policy.on, `${at}/on`, by);
    if (policy.issues !== undefined) yield { kind: 'command', name: policy.issues, at: `${at}/issues`, by };
  }
  for (const [name, readModel] of Object.entries(model.readModels ?? {})) {
    yield* listKeys('event', readModel.on, pointer('readModels', name, 'on'), `The read model "${name}"`);
  }
  for (const [name, system] of Object.entries(model.externalSystems ?? {})) {
    const at = pointer('externalSystems', name);
    const by = `The external system "${name}"`;
    yield* listElements('event', system.on, `${at}/on`, by);
    if (system.after !== undefined) yield { kind: 'read model', name: system.after, at: `${at}/after`, by };
  }
  for (const [name, screen] of Object.entries(model.screens ?? {})) {
    const at = pointer('screens', name);
    const by = `The screen "${name}"`;
    yield* listElements('read model', screen.shows, `${at}/shows`, by);
    yield* listElements('command', screen.issues, `${at}/issues`, by);
  }
  for (const [name, actor] of Object.entries(model.actors ?? {})) {
    const at = pointer('actors', name, 'issues');
    yield* listElements('command', actor.issues, at, `The actor "${name}"`);
  }
}

function* listExampleReferences(model: Model): Iterable<Reference> {
  for (const [index, { name, given, when, then }] of (model.examples ?? []).entries()) {
    const at = pointer('examples', index);
    const by = `The example "${name}"`;
    yield* listEvents(given, `${at}/given`, by);
    if (when) yield { kind: 'command', name: when.command, at: `${at}/when/command`, by };
    if (then?.events) yield* listEvents(then.events, `${at}/then/events`, by);
    if (then && 'rejected' in then)
      yield* listElements('constraint', then.rejected, `${at}/then/rejected`, by);
  }
}

function* listRaceReferences(model: Model): Iterable<Reference> {
  for (const [index, { name, given, commands }] of (model.races ?? []).entries()) {
    const at = pointer('races', index);
    const by = `The race "${name}"`;
    yield* listEvents(given, `${at}/given`, by);
    yield* listCommands(commands, `${at}/commands`, by);
  }
}

function* listWorkloadReferences(model: Model): Iterable<Reference> {
  for (const [name, { commands, start, instances }] of Object.entries(model.workloads ?? {})) {
    const at = pointer('workloads', name);
    const by = `The workload "${name}"`;
    yield* listKeys('command', commands, `${at}/commands`, by);
    yield* listKeys('command', start, `${at}/start`, by);
    yield* listKeys('tag', instances, `${at}/instances`, by);
  }
}

function* listKeys(
  kind: Reference['kind'],
  named: Named<unknown>,
  at: string,
  by: string,
): Iterable<Reference> {
  for (const name of Object.keys(named ?? {})) yield { kind, name, at: at + pointer(name), by };
}

function* listElements(
  kind: Reference['kind'],
  names: readonly string[] | undefined,
  at: string,
  by: string,
): Iterable<Reference> {
  for (const [index, name] of (names ?? []).entries()) yield { kind, name, at: at + pointer(index), by };
}

function* listEvents(
  events: readonly Pick<GivenEvent, 'event'>[] | undefined,
  at: string,
  by: string,
): Iterable<Reference> {
  for (const [index, { event }] of (events ?? []).entries()) {
    yield { kind: 'event', name: event, at: at + pointer(index, 'event'), by };
  }
}

function* listCommands(
  commands: readonly IssuedCommand[] | undefined,
  at: string,
  by: string,
): Iterable<Reference> {
  for (const [index, { command }] of (commands ?? []).entries()) {
    yield { kind: 'command', name: command, at: at + pointer(index, 'command'), by };
  }
}
