import { getOwn } from '../../lib/get-own.ts';
import type { Model } from '../../model/schema.ts';
import { type ElementKey, makeKey } from '../element-key.ts';
import type { SliceKind } from './event-model-layout.ts';
import { sayName } from './say-name.ts';

/** A slice that the model's arrows suggest. */
export interface Proposal {
  readonly kind: SliceKind;
  readonly name: string;
  /** The events it follows; none for what a person starts. */
  readonly needs: readonly string[];
  readonly elements: readonly ElementKey[];
  readonly leadsTo: readonly string[];
}

/** One change for each command that a policy does not issue, one view for each read model, one reaction for each policy and system. */
export function listProposals(model: Model): Proposal[] {
  return [...listReactions(model), ...listViews(model), ...listChanges(model)];
}

function listChanges(model: Model): Proposal[] {
  const automatic = new Set(Object.values(model.policies ?? {}).map(({ issues }) => issues));
  const changes: Proposal[] = [];
  for (const name of Object.keys(model.commands ?? {})) {
    const screens = listNames(model.screens, ({ issues }) => issues?.includes(name) === true);
    if (automatic.has(name) && screens.length === 0) continue;
    changes.push({
      kind: 'change',
      name: sayName(name),
      needs: [],
      elements: [...screens.map((screen) => makeKey('screen', screen)), makeKey('command', name)],
      leadsTo: listEmitted(model, name),
    });
  }
  return changes;
}

function listViews(model: Model): Proposal[] {
  return Object.entries(model.readModels ?? {}).map(([name, { on }]) => {
    const screens = listNames(model.screens, ({ shows }) => shows?.includes(name) === true);
    return {
      kind: 'view',
      name: sayName(name),
      needs: listKnown(model, Object.keys(on ?? {})),
      elements: [makeKey('readModel', name), ...screens.map((screen) => makeKey('screen', screen))],
      leadsTo: [],
    };
  });
}

function listReactions(model: Model): Proposal[] {
  const told = new Set<string>();
  const translations: Proposal[] = Object.entries(model.externalSystems ?? {}).map(([name, { on, task }]) => {
    const events = listKnown(model, on ?? []);
    const policies = listNames(
      model.policies,
      (policy) => policy.issues === undefined && policy.on?.some((event) => events.includes(event)) === true,
    );
    for (const policy of policies) told.add(policy);
    return {
      kind: 'translation',
      name: task ?? sayName(name),
      needs: events,
      elements: [...policies.map((policy) => makeKey('policy', policy)), makeKey('externalSystem', name)],
      leadsTo: [],
    };
  });
  const automations: Proposal[] = [];
  for (const [name, { on, issues }] of Object.entries(model.policies ?? {})) {
    if (told.has(name)) continue;
    const isKnown = issues !== undefined && getOwn(model.commands, issues) !== undefined;
    automations.push({
      kind: 'automation',
      name: sayName(name),
      needs: listKnown(model, on ?? []),
      elements: [makeKey('policy', name), ...(isKnown ? [makeKey('command', issues)] : [])],
      leadsTo: isKnown ? listEmitted(model, issues) : [],
    });
  }
  return [...automations, ...translations];
}

function listEmitted(model: Model, command: string): string[] {
  const emits = getOwn(model.commands, command)?.emits ?? [];
  return listKnown(
    model,
    emits.map((emit) => (typeof emit === 'string' ? emit : emit.event)),
  );
}

function listKnown(model: Model, events: readonly string[]): string[] {
  return events.filter((event) => getOwn(model.events, event) !== undefined);
}

function listNames<T>(
  elements: { readonly [name: string]: T } | undefined,
  isMeant: (element: T) => boolean,
): string[] {
  return Object.entries(elements ?? {})
    .filter(([, element]) => isMeant(element))
    .map(([name]) => name);
}
