import type { Model, SliceDefinition } from '../../model/schema.ts';
import { makeKey } from '../element-key.ts';
import { listProposals, type Proposal } from './list-proposals.ts';

/**
 * Slices for a model that has none, in an order it could happen in: what reacts to an event comes as soon as that is
 * there, what can be seen next, then the next command.
 */
export function proposeSlices(model: Model): SliceDefinition[] {
  const waiting = listProposals(model);
  const happened = new Set<string>();
  const slices: SliceDefinition[] = [];
  for (let next = takeNext(waiting, happened); next; next = takeNext(waiting, happened)) {
    for (const event of next.leadsTo) happened.add(event);
    slices.push({
      name: findFreeName(slices, next.name),
      kind: next.kind,
      elements: listElements(next),
      status: 'planned',
    });
  }
  return slices;
}

function takeNext(waiting: Proposal[], happened: ReadonlySet<string>): Proposal | undefined {
  const isReady = ({ needs }: Proposal) => needs.length > 0 && needs.some((event) => happened.has(event));
  const ready = waiting.findIndex((proposal) => proposal.kind !== 'view' && isReady(proposal));
  const seen = waiting.findIndex((proposal) => proposal.kind === 'view' && isReady(proposal));
  const change = waiting.findIndex(({ kind }) => kind === 'change');
  const index = [ready, seen, change, 0].find((found) => found >= 0) ?? 0;
  return waiting.splice(index, 1)[0];
}

function listElements({ elements, leadsTo, needs, kind }: Proposal): string[] {
  const before = kind === 'change' ? [] : needs;
  return [
    ...new Set([
      ...before.map((event) => makeKey('event', event)),
      ...elements,
      ...leadsTo.map((event) => makeKey('event', event)),
    ]),
  ];
}

function findFreeName(slices: readonly SliceDefinition[], wanted: string): string {
  const taken = new Set(slices.map(({ name }) => name));
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted} ${number}`;
  return name;
}
