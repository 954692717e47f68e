import type { CommandDefinition, ConstraintDefinition, Model } from '../../model/schema.ts';
import type { BoardKind } from '../element-key.ts';
import { saySubset } from './subset.ts';

/** One thing in the model that names another, as the ends of an arrow; the other need not be there. */
export interface Link {
  readonly from: readonly [BoardKind, string];
  readonly to: readonly [BoardKind, string];
  readonly label: string | null;
}

type Named<T> = { readonly [name: string]: T } | undefined;
type Labels = ReadonlyMap<string, string | null>;

/** Everything in the model that arrows are drawn from, once for each pair. */
export function* findLinks(model: Model): Iterable<Link> {
  for (const [name, command] of entriesOf(model.commands)) {
    yield* linkFrom('constraint', listChecks(command), ['command', name]);
    for (const [event, label] of listEmits(command)) {
      yield { from: ['command', name], to: ['event', event], label };
    }
  }
  for (const [name, constraint] of entriesOf(model.constraints)) {
    yield* linkFrom('event', listReads(constraint), ['constraint', name]);
  }
  for (const [name, { on, issues, when }] of entriesOf(model.policies)) {
    yield* linkFrom('event', label(on, when === undefined ? null : `when ${when}`), ['policy', name]);
    yield* linkTo(['policy', name], 'command', issues === undefined ? [] : [issues]);
  }
  for (const [name, { on }] of entriesOf(model.readModels)) {
    yield* linkFrom('event', label(Object.keys(on ?? {})), ['readModel', name]);
  }
  for (const [name, { on }] of entriesOf(model.externalSystems)) {
    yield* linkFrom('event', label(on), ['externalSystem', name]);
  }
  for (const [name, { shows, issues }] of entriesOf(model.screens)) {
    yield* linkFrom('readModel', label(shows), ['screen', name]);
    yield* linkTo(['screen', name], 'command', issues);
  }
  for (const [name, { issues }] of entriesOf(model.actors)) yield* linkTo(['actor', name], 'command', issues);
}

function entriesOf<T>(section: Named<T>): readonly (readonly [string, T])[] {
  return Object.entries(section ?? {});
}

function label(names: readonly string[] | undefined, text: string | null = null): Labels {
  return new Map((names ?? []).map((name) => [name, text]));
}

function* linkFrom(kind: BoardKind, labels: Labels, to: Link['to']): Iterable<Link> {
  for (const [name, text] of labels) yield { from: [kind, name], to, label: text };
}

function* linkTo(from: Link['from'], kind: BoardKind, names: readonly string[] | undefined): Iterable<Link> {
  for (const name of new Set(names)) yield { from, to: [kind, name], label: null };
}

/** Each constraint, with what it is checked for where that is a list. */
function listChecks({ checks }: CommandDefinition): Labels {
  const found = new Map<string, string | null>();
  for (const check of checks ?? []) {
    const { constraint, each } = typeof check === 'string' ? { constraint: check, each: undefined } : check;
    if (!found.has(constraint)) found.set(constraint, each === undefined ? null : `for each of ${each}`);
  }
  return found;
}

/** Each event, with the conditions on which it is emitted unless it always is. */
function listEmits({ emits }: CommandDefinition): Labels {
  const found = new Map<string, string | null>();
  for (const emit of emits ?? []) {
    const { event, when } = typeof emit === 'string' ? { event: emit, when: undefined } : emit;
    const before = found.get(event);
    const isAlways = when === undefined || before === null;
    found.set(event, isAlways ? null : before === undefined ? `when ${when}` : `${before} or ${when}`);
  }
  return found;
}

/** Each event that a projection reads, with the subset of it that is needed. */
function listReads({ projections }: ConstraintDefinition): Labels {
  const filters = new Map<string, string[][]>();
  for (const { on, tags } of Object.values(projections ?? {})) {
    for (const event of Object.keys(on ?? {})) {
      const known = filters.get(event) ?? [];
      known.push(Object.keys(tags ?? {}));
      filters.set(event, known);
    }
  }
  return new Map([...filters].map(([event, found]) => [event, saySubset(found)]));
}
